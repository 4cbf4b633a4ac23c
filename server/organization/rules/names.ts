/** Name with its titles, as on a decree: `Dr. Cut Margolang, S.Sos., M.Si.`. */
export function fullName(name: string, before: string | null, after: string | null): string {
  return `${before ? `${before} ` : ''}${name}${after ? `, ${after}` : ''}`
}

/** What a search looks through: name and NIP in lower case. Whoever writes a name or a NIP stores this beside it. */
export function employeeSearchText({ name, nip }: { readonly name: string; readonly nip: string }): string {
  return `${name} ${nip}`.toLowerCase()
}
