import { hash } from 'node:crypto'
import { cellAt, rawText, type TableRow } from './table.ts'

const separator = '\u001F'

/** 128 bits of SHA-256 over values, as text: says whether two rows have the same content. Null and empty count as the same. */
export function fingerprint(values: readonly (string | number | boolean | null)[]): string {
  return hash('sha256', values.join(separator), 'hex').slice(0, 32)
}

/** Fingerprint of the trimmed cells of the columns that a kind reads, in the kind's own order: other columns and their order do not matter. */
export function rowFingerprint(row: TableRow, indexes: readonly number[]): string {
  return fingerprint(indexes.map((index) => rawText(cellAt(row, index))))
}
