import type { ImportColumn } from './data.ts'

/** Key of a column → header of the file, or null where the file lacks it. */
export type HeaderChoice = Record<string, string | null>

/** Letters and digits alone: how headers are compared, here as on the server. */
function bare(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The first guess for each column: the header itself, else one of its synonyms. A header serves one column. */
export function guessHeaders(columns: readonly ImportColumn[], headers: readonly string[]): HeaderChoice {
  const free = new Set(headers)
  const choice: HeaderChoice = {}
  const take = (column: ImportColumn, names: readonly string[]) => {
    const wanted = names.map(bare)
    const found = [...free].find((header) => wanted.includes(bare(header)))
    if (found === undefined) return
    choice[column.key] = found
    free.delete(found)
  }
  for (const column of columns) take(column, [column.header])
  for (const column of columns) if (!choice[column.key]) take(column, column.synonyms)
  return Object.fromEntries(columns.map(({ key }) => [key, choice[key] ?? null]))
}

/** Required columns that no header of the file was chosen for. */
export function missingColumns(columns: readonly ImportColumn[], choice: HeaderChoice): ImportColumn[] {
  return columns.filter(({ key, required }) => required && !choice[key])
}
