export type Change = { readonly field: string; readonly before: string | null; readonly after: string | null }

/** The stored changes of an event, field → [before, after], as a list of texts; a field without the two values is left out. */
export function changesOf(stored: unknown): Change[] {
  if (typeof stored !== 'object' || stored === null) return []
  return Object.entries(stored).flatMap(([field, pair]) =>
    Array.isArray(pair) ? [{ field, before: textOf(pair[0]), after: textOf(pair[1]) }] : [],
  )
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
