import { unguardFormula } from '../rules/guard.ts'
import { type Cell, rawText, type Table, type TableRow } from '../rules/table.ts'
import { maxColumns, maxRows, refuseFile } from './refusals.ts'

export interface Collector {
  /** @throws DomainError TOO_LARGE past the bounds of a table. */
  add(line: number, cells: Cell[]): void
  /** Blank records that the file does not even store. */
  addBlank(count: number): void
  /** @throws DomainError INVALID_INPUT when there was no header. */
  finish(): Pick<Table, 'headers' | 'rows' | 'ignoredBlankLines' | 'ignoredTotals'>
}

/** Sorts records into header, rows, blank records and totals records. `pad` fills short rows up to the header, for sheets, which store no trailing blanks. */
export function collectRows({ pad }: { pad: boolean }): Collector {
  const share = shareTexts()
  let headers: string[] | null = null
  const rows: TableRow[] = []
  let ignoredBlankLines = 0
  let ignoredTotals = 0
  return {
    add(line, cells) {
      if (cells.length > maxColumns) throw refuseFile('TOO_MANY_COLUMNS')
      if (cells.every((cell) => cell === '' || rawText(cell) === '')) {
        // Blank lines above the header belong to no record.
        if (headers) ignoredBlankLines += 1
      } else if (!headers) {
        headers = cells.map(rawText)
      } else if (isTotal(cells[0])) {
        ignoredTotals += 1
      } else {
        if (rows.length >= maxRows) throw refuseFile('TOO_MANY_ROWS')
        rows.push({ line, cells: share(prepare(cells, pad ? headers.length : 0)) })
      }
    },
    addBlank(count) {
      if (headers) ignoredBlankLines += count
    },
    finish() {
      if (!headers) throw refuseFile('NO_HEADER')
      if (headers.length < 2) throw refuseFile('NOT_A_TABLE')
      return { headers, rows, ignoredBlankLines, ignoredTotals }
    },
  }
}

// Codes, dates and sources repeat: a table of 100,000 rows takes half the memory when equal texts of a column are one.
const sharedTexts = 4_096
const longestShared = 32

function shareTexts(): (cells: Cell[]) => Cell[] {
  const known: Map<string, string>[] = []
  return (cells) => {
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index]
      if (typeof cell !== 'string' || cell.length > longestShared) continue
      const texts = known[index] ?? new Map<string, string>()
      known[index] = texts
      const same = texts.get(cell)
      if (same !== undefined) cells[index] = same
      else if (texts.size < sharedTexts) texts.set(cell, cell)
    }
    return cells
  }
}

/** NUL is no text for the database, and nothing that a person typed. */
const nul = '\u0000'

function prepare(cells: Cell[], width: number): Cell[] {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]
    if (typeof cell !== 'string') continue
    if (cell.includes(nul)) cells[index] = cell.replaceAll(nul, '')
    // 39 is the apostrophe, the mark of a guarded cell: few cells have it.
    if (cell.charCodeAt(0) === 39) cells[index] = unguardFormula(cell.replaceAll(nul, ''))
  }
  while (cells.length < width) cells.push('')
  return cells
}

function isTotal(cell: Cell = ''): boolean {
  return typeof cell === 'string' && /^\s*(?:JUMLAH|TOTAL)\s*$/i.test(cell)
}
