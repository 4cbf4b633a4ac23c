import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { say } from '../../language.ts'
import { guardFormula, toCsv } from '../rules/guard.ts'
import type { Asker, ExportCell, ExportList } from './list-spec.ts'

export const exportFormats = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type ExportFormat = keyof typeof exportFormats

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(exportFormats, name)
}

const pageSize = 1_000

/**
 * A whole list as a file, fetched page by page behind the last row, so that neither memory nor the cost of a page grows with the list. What
 * a spreadsheet would run as a formula is guarded in both formats.
 */
export function exportFile(list: ExportList, asker: Asker, filter: unknown, format: ExportFormat): Readable {
  const pages = pagesOf(list, asker, filter)
  return format === 'csv' ? Readable.from(csvParts(pages), { objectMode: false }) : workbookOf(pages)
}

type Rows = readonly (readonly ExportCell[])[]

/** The header, then the rows. */
async function* pagesOf(list: ExportList, asker: Asker, filter: unknown): AsyncGenerator<Rows> {
  yield [list.headers.map((header) => say(header, asker.language))]
  let after: string | null = null
  do {
    const { rows, last } = await list.page(asker, filter, after, pageSize)
    yield rows
    after = rows.length < pageSize ? null : last
  } while (after !== null)
}

async function* csvParts(pages: AsyncIterable<Rows>): AsyncGenerator<string> {
  let isFirst = true
  for await (const rows of pages) {
    if (rows.length === 0) continue
    const text = toCsv(rows)
    // One mark of UTF-8 at the beginning of the file.
    yield isFirst ? text : text.slice(1)
    isFirst = false
  }
}

function workbookOf(pages: AsyncIterable<Rows>): Readable {
  const stream = new PassThrough()
  writeWorkbook(pages, stream).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return stream
}

async function writeWorkbook(pages: AsyncIterable<Rows>, stream: PassThrough): Promise<void> {
  // A fifth of what the server would load at its start, for a file that is rarely asked for.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: false, useSharedStrings: false })
  const sheet = workbook.addWorksheet('Tera')
  for await (const rows of pages) {
    if (stream.destroyed) return
    for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))).commit()
    if (stream.writableNeedDrain) await once(stream, 'drain')
  }
  sheet.commit()
  await workbook.commit()
}
