/** How much of a kind waits, since when, and where in the console it is done. */
export type Waits = {
  readonly count: number
  /** Day on which the oldest of them began to wait; null when there is none. */
  readonly oldestOn: Date | null
  /** Address of the filtered list inside the console. */
  readonly link: string
}

/** The address of a list of the console with its filter. */
export function linkTo(resource: string, filter: Readonly<Record<string, string | boolean>>): string {
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`
}
