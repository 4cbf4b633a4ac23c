import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import exceljs from 'exceljs'
import { exact } from '../../math.ts'
import type { Cell } from '../rules/table.ts'

/** Some rows of the sheet, and how many blank rows stand before the first of them. */
export interface WorkbookMessage {
  readonly blankRows: number
  readonly rows: readonly { readonly line: number; readonly cells: Cell[] }[]
}

// What the library keeps about a sheet but does not declare.
interface SheetState {
  readonly id?: number | string
  readonly state?: string
}

const batchSize = 1_000

await readFirstVisibleSheet(Buffer.from(workerData as Uint8Array))

async function readFirstVisibleSheet(archive: Buffer): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookReader(Readable.from([archive], { objectMode: false }), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  })
  let isRead = false
  for await (const sheet of workbook) {
    if (isRead || !isWanted(sheet as SheetState, (workbook as { model?: { sheets?: SheetState[] } }).model?.sheets ?? []))
      continue
    isRead = true
    await sendRows(sheet)
  }
}

/** The first sheet that is not hidden, in the order of the workbook; a sheet that the workbook does not list is taken as it comes. */
function isWanted(sheet: SheetState, listed: readonly SheetState[]): boolean {
  const wanted = listed.find(({ state }) => state !== 'hidden' && state !== 'veryHidden')
  return !listed.some(({ id }) => id === sheet.id) || wanted?.id === sheet.id
}

async function sendRows(sheet: AsyncIterable<exceljs.Row>): Promise<void> {
  let lastLine = 0
  let blankRows = 0
  let rows: { line: number; cells: Cell[] }[] = []
  const send = () => {
    if (rows.length > 0) parentPort?.postMessage({ blankRows, rows } satisfies WorkbookMessage)
    blankRows = 0
    rows = []
  }
  for await (const row of sheet) {
    const cells = readCells(row)
    // Formatted rows below the last record are no blank records: they count only once a record follows.
    if (cells.length === 0) continue
    // The number of a row is optional in the format.
    const line = Number.isInteger(row.number) ? row.number : lastLine + 1
    if (line > lastLine + 1) {
      send()
      blankRows = line - lastLine - 1
    }
    lastLine = line
    rows.push({ line, cells })
    if (rows.length >= batchSize) send()
  }
  send()
}

function readCells(row: exceljs.Row): Cell[] {
  const cells: Cell[] = []
  row.eachCell((cell, position) => {
    const value = readValue(cell.value, cell.numFmt)
    if (value === '') return
    while (cells.length < position - 1) cells.push('')
    cells.push(value)
  })
  return cells
}

function readValue(value: exceljs.CellValue, format: string | undefined): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return readNumeric(value, format)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateText(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  if ('result' in value) return readValue(value.result ?? null, format)
  return ''
}

/** A share that is shown as 12,5 % is stored as 0.125: the reader of the file means what is shown. */
function readNumeric(value: number, format = ''): Cell {
  if (!Number.isFinite(value)) return ''
  return format.endsWith('%') ? `${exact(value).times(100).toFixed().replace('.', ',')}%` : value
}

/** Workbook dates have no zone: the library hands their wall-clock time over as UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().split('T')
  if (time.startsWith('00:00:00')) return day
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`
}
