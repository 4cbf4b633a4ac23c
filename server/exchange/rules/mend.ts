import type { RowOutcome } from './outcome.ts'
import { rowCodes } from './row-codes.ts'
import type { Cell } from './table.ts'

type Language = 'id' | 'en'

const addedHeaders = {
  id: ['BARIS ASAL', 'KOLOM GALAT', 'KODE GALAT', 'PENJELASAN'],
  en: ['SOURCE LINE', 'COLUMN AT FAULT', 'ERROR CODE', 'EXPLANATION'],
} as const satisfies Record<Language, readonly string[]>

/** A rejected row with the cells that it had. */
export interface RejectedRow extends Pick<RowOutcome, 'line' | 'codes' | 'column'> {
  readonly cells: readonly Cell[]
}

/**
 * The file to mend and send again: the rejected rows as they were, each with its line, the column at fault, its codes and what to do.
 * The added columns are ignored when the file comes back, so that only the mended cells count. Write it with `toCsv`.
 */
export function mendTable(headers: readonly string[], rejected: Iterable<RejectedRow>, language: Language): string[][] {
  const table = [[...headers, ...addedHeaders[language]]]
  for (const { line, cells, column, codes } of rejected) {
    const sentences = codes.map((code) => rowCodes[code][language])
    table.push([...cells.map(cellText), String(line), column ?? '', codes.join(' '), sentences.join(' ')])
  }
  return table
}

/** Numeric cells keep their dot, because a code may be one (1274.05), except where it would read as thousands (1.234). */
export function cellText(cell: Cell): string {
  const text = String(cell)
  return typeof cell === 'number' && /^-?\d{1,3}\.\d{3}$/.test(text) ? text.replace('.', ',') : text
}
