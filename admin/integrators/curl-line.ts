/** A line for a shell that asks the API with a token. Single quotes inside are closed and opened again, as shells want it. */
export function curlLine(origin: string, token: string, query: string, variables: Record<string, unknown> = {}): string {
  const body = JSON.stringify(Object.keys(variables).length > 0 ? { query, variables } : { query })
  return [
    `curl ${origin}/graphql`,
    `-H 'authorization: Bearer ${token}'`,
    "-H 'content-type: application/json'",
    `-d '${body.replaceAll("'", "'\\''")}'`,
  ].join(' \\\n  ')
}
