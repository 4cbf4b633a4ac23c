import { deflateRawSync } from 'node:zlib'
import { writeZip } from '../../server/exchange/readers/zip.ts'

export function part(name: string, text: string | Buffer) {
  return { name, method: 8, statedSize: text.length, packed: deflateRawSync(text, { level: 1 }) }
}

/** A whole archive with a central directory, which `writeZip` leaves out. */
export function archive(parts: readonly ReturnType<typeof part>[], flags = 0): Buffer {
  const body = writeZip(parts).subarray(0, -22)
  let offset = 0
  const entries = parts.map(({ name, method, statedSize, packed }) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(statedSize, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    offset += 30 + Buffer.byteLength(name) + packed.length
    return Buffer.concat([entry, Buffer.from(name)])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, directory, end])
}

export const workbookXml = '<workbook xmlns="x"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
export const sheet = (rows: string) => `<worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`
const bombSize = 300 * 1024 * 1024
/** Claims little and unfolds to 300 MB. */
export const zipBomb = { ...part('xl/worksheets/sheet1.xml', Buffer.alloc(bombSize, 32)), statedSize: bombSize }
