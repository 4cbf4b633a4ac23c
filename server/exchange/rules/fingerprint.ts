import { hash } from 'node:crypto'
import { cellAt, rawText, type TableRow } from './table.ts'

const separator = '\u001F'

/** SHA-256 over values, base64url: says whether two rows have the same content. Null and empty count as the same. */
export function fingerprint(values: readonly (string | number | boolean | null)[]): string {
  return hash('sha256', values.join(separator), 'base64url')
}

/** Fingerprint of the trimmed cells of the columns that a kind reads, in the kind's own order: other columns and their order do not matter. */
export function rowFingerprint(row: TableRow, indexes: readonly number[]): string {
  let text = ''
  for (const index of indexes) text += rawText(cellAt(row, index)) + separator
  return hash('sha256', text, 'base64url')
}
