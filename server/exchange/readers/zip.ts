import { createInflateRaw } from 'node:zlib'
import { refuseFile } from './refusals.ts'

/** Most bytes that the parts of a workbook may have together once they are unpacked. */
export const maxUnpackedBytes = 256 * 1024 * 1024
// The parts of a workbook are few; a directory of thousands is an attack on the reader.
const maxEntries = 2_000

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const encryptedFlag = 0x1

interface ZipEntry extends Omit<ZipPart, 'packed'> {
  readonly packedSize: number
  readonly offset: number
}

export interface ZipPart {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly statedSize: number
  readonly packed: Buffer
}

/**
 * The parts of a workbook, once it is proven that unpacking them is safe: the directory is sound, nothing is encrypted, and the parts stay below the
 * cap, both by the sizes that they state and by really inflating them (stated sizes can lie) without keeping the result.
 * @throws DomainError INVALID_INPUT or TOO_LARGE.
 */
export async function readZip(bytes: Buffer, cap: number = maxUnpackedBytes): Promise<ZipPart[]> {
  const parts = readDirectory(bytes).map((entry) => ({ ...entry, packed: packedPart(bytes, entry) }))
  if (parts.reduce((total, { statedSize }) => total + statedSize, 0) > cap) throw refuseFile('UNPACKED_TOO_LARGE')
  let unpacked = 0
  for (const { packed, method } of parts) unpacked += await inflatedSize(packed, method, cap - unpacked)
  return parts
}

/** A plain archive of the given parts in the given order: true sizes in each local header and nothing that a reader could be led astray by. */
export function writeZip(parts: readonly Pick<ZipPart, 'name' | 'method' | 'statedSize' | 'packed'>[]): Buffer {
  const pieces = parts.flatMap(({ name, method, statedSize, packed }) => {
    const nameBytes = Buffer.from(name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(localHeader, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(method, 8)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(statedSize, 22)
    header.writeUInt16LE(nameBytes.length, 26)
    return [header, nameBytes, packed]
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endOfDirectory, 0)
  return Buffer.concat([...pieces, end])
}

/** Reads the central directory (APPNOTE 4.3.12); ZIP64 is refused, no table within our bounds needs it. */
function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory) throw refuseFile('BROKEN_WORKBOOK')
  const count = bytes.readUInt16LE(end + 10)
  if (count > maxEntries) throw refuseFile('UNPACKED_TOO_LARGE')
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== directoryEntry) throw refuseFile('BROKEN_WORKBOOK')
    if (bytes.readUInt16LE(at + 8) & encryptedFlag) throw refuseFile('ENCRYPTED')
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      statedSize: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function packedPart(bytes: Buffer, { offset, packedSize }: ZipEntry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localHeader) throw refuseFile('BROKEN_WORKBOOK')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.length) throw refuseFile('BROKEN_WORKBOOK')
  return bytes.subarray(start, start + packedSize)
}

async function inflatedSize(part: Buffer, method: number, room: number): Promise<number> {
  if (method === 0) return checkRoom(part.length, room)
  if (method !== 8) throw refuseFile('BROKEN_WORKBOOK')
  const inflate = createInflateRaw()
  inflate.end(part)
  let size = 0
  try {
    for await (const chunk of inflate) size = checkRoom(size + (chunk as Buffer).length, room)
  } catch (error) {
    if (error instanceof Error && 'errno' in error) throw refuseFile('BROKEN_WORKBOOK')
    throw error
  }
  return size
}

function checkRoom(size: number, room: number): number {
  if (size > room) throw refuseFile('UNPACKED_TOO_LARGE')
  return size
}
