import { open, stat } from 'node:fs/promises'
import { readCsv } from './readers/csv.ts'
import { refuseFile } from './readers/refusals.ts'
import { readWorkbook } from './readers/workbook.ts'
import type { Table } from './rules/table.ts'

/** Most bytes of a file that is read in. 100,000 measurements are some 12 MB. */
export const maxFileBytes = 64 * 1024 * 1024

const zipMagic = Buffer.from([0x50, 0x4b])
const compoundFileMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/**
 * Reads a table from bytes or from a path; whether it is a workbook or CSV is told by the content, never by the name. CSV may have a BOM, be UTF-8
 * or Windows-1252, and be separated by `;`, `,` or tabs. Blank records and totals records are counted and left out.
 * @throws DomainError INVALID_INPUT or TOO_LARGE with the reason in `fields.file`, for anything that is not a sound table.
 */
export async function readTable(source: Uint8Array | string): Promise<Table> {
  const bytes =
    typeof source === 'string' ? await readFile(source) : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  if (bytes.length > maxFileBytes) throw refuseFile('FILE_TOO_LARGE')
  if (bytes.length === 0) throw refuseFile('EMPTY')
  if (startsWith(bytes, compoundFileMagic))
    throw refuseFile(bytes.includes('EncryptedPackage', 0, 'utf16le') ? 'ENCRYPTED' : 'OLD_WORKBOOK')
  return startsWith(bytes, zipMagic) ? readWorkbook(bytes) : readCsv(bytes)
}

async function readFile(path: string): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > maxFileBytes) throw refuseFile('FILE_TOO_LARGE')
  await using file = await open(path)
  return file.readFile()
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic)
}
