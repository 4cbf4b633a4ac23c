import { stringify } from 'csv-stringify/sync'

// What a spreadsheet may run as a formula, also after blanks and in its full-width forms (OWASP, CSV injection).
const formulaLike = /^'*(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/
const harmless = /^-?(?:\d+(?:[.,]\d+)*)?$/

/** Text that a spreadsheet does not run: a cell that looks like a formula gets an apostrophe in front. Plain numbers and `-` stay. */
export function guardFormula(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text
}

/** Takes the apostrophe of `guardFormula` away again: `unguardFormula(guardFormula(t)) === t` for every text. */
export function unguardFormula(text: string): string {
  return text.charCodeAt(0) === 39 && isFormulaLike(text) ? text.slice(1) : text
}

/** CSV as Indonesian spreadsheets open it: UTF-8 with BOM, `;`, CRLF. Texts are guarded; numbers are written with a decimal comma. */
export function toCsv(rows: Iterable<readonly (string | number | null)[]>): string {
  const cells = Array.from(rows, (row) => row.map(toCell))
  return stringify(cells, { bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: /[\r\n]|^\s|\s$/ })
}

/** Lines of a CSV for another system: UTF-8 without BOM, `;`, texts guarded and always in quotes, so that a NIP stays text; no decimal comma. */
export function toExchangeCsv(rows: Iterable<readonly (string | number | null)[]>): string {
  const cells = Array.from(rows, (row) => row.map((value) => (typeof value === 'string' ? guardFormula(value) : value)))
  return stringify(cells, { delimiter: ';', record_delimiter: 'windows', quoted_string: true })
}

function toCell(value: string | number | null): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value).replace('.', ',') : guardFormula(value)
}

function isFormulaLike(text: string): boolean {
  return formulaLike.test(text) && !harmless.test(text)
}
