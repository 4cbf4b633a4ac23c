/** What a cell of a file holds: text, or the number of a numeric workbook cell (its text would hide that digits may be lost). */
export type Cell = string | number

export interface TableRow {
  /** Physical line where the record starts (a line ends at LF, also inside quotes); the sheet row in a workbook. From 1. */
  readonly line: number
  readonly cells: readonly Cell[]
}

/** A file as read: blank records and totals records are left out but counted. */
export interface Table {
  readonly format: 'CSV' | 'XLSX'
  readonly encoding: 'UTF-8' | 'WINDOWS-1252' | null
  readonly delimiter: string | null
  readonly headers: readonly string[]
  readonly rows: readonly TableRow[]
  readonly ignoredBlankLines: number
  readonly ignoredTotals: number
}

/** Rows with the place of each known column; -1 for a column that the file does not have. */
export interface MappedTable<Key extends string> {
  readonly rows: readonly TableRow[]
  /** Number of header cells; a record with another number of cells is COLUMN_COUNT. */
  readonly width: number
  readonly columns: Readonly<Record<Key, number>>
}

export function cellAt(row: TableRow, index: number): Cell {
  return index < 0 ? '' : (row.cells[index] ?? '')
}

/** The cell as a person would read it, trimmed. */
export function rawText(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : String(cell)
}
