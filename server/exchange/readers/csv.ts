import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import type { Table } from '../rules/table.ts'
import { collectRows } from './collect.ts'
import { refuseFile } from './refusals.ts'

const delimiters = [';', ',', '\t'] as const
const chunkBytes = 256 * 1024
const maxRecordLength = 1024 * 1024

/** Reads CSV. A stray quote inside a cell is text; a line break inside quotes belongs to the cell. */
export async function readCsv(bytes: Buffer): Promise<Table> {
  if (bytes.includes(0)) throw refuseFile('NUL_BYTES')
  const encoding = isUtf8(bytes) ? 'UTF-8' : 'WINDOWS-1252'
  const utf8 = encoding === 'UTF-8' ? bytes : Buffer.from(new TextDecoder('windows-1252').decode(bytes))
  const delimiter = findDelimiter(utf8)
  const collector = collectRows({ pad: false })
  let line = 1
  const options: Options = {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRecordLength,
    on_record: (cells: string[]) => {
      collector.add(line, cells)
      // Own count: the parser takes a CRLF inside quotes for two lines.
      line += 1 + countLineFeeds(cells)
      return null
    },
  }
  try {
    await pipeline(Readable.from(chunks(utf8), { objectMode: false }), parse(options))
  } catch (error) {
    throw error instanceof CsvError
      ? refuseFile(error.code === 'CSV_MAX_RECORD_SIZE' ? 'RECORD_TOO_LONG' : 'BROKEN_QUOTES')
      : error
  }
  return { format: 'CSV', encoding, delimiter, ...collector.finish() }
}

/** Line breaks inside the cells of one record: a physical line ends at LF, also inside quotes. */
function countLineFeeds(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  }
  return count
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes)
}

/** The separator that the header line holds most often outside quotes; the header is the first line with any text. */
function findDelimiter(utf8: Buffer): string {
  const start = utf8
    .toString('utf8', 0, maxRecordLength)
    .replace(/^\uFEFF/, '')
    .trimStart()
  const header = (start.split(/\r\n|\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length - 1 }))
  const [best] = counts.sort((a, b) => b.count - a.count)
  return best?.delimiter ?? ';'
}
