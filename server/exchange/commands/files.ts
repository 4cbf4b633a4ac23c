import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../../db.ts'
import { found } from '../../list.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayImport } from '../policy.ts'

const partBytes = 1_024 * 1_024
/** Days after which a file that nobody read in is removed. */
const keptDays = 7

/** Header cells as a list has them: bounded, because they are stored with each run. */
export const headersInput = z.array(z.string().max(1_000)).max(300)

/**
 * Keeps a file so that it can be read in, now or after an interruption, by any process that works on the database. Its headers come from
 * its reading, which has proven that it is a sound table. Removes files that were left lying.
 */
export const receiveFile = command({
  input: z.strictObject({
    fileName: z.string().trim().min(1).max(255),
    headers: headersInput,
    bytes: z.instanceof(Uint8Array),
  }),
  load: async (tx, _input, _actor, now) => {
    await removeAbandoned(tx, now)
    return {}
  },
  allow: mayImport,
  run: async ({ tx, input: { fileName, headers, bytes }, actor }) => {
    const file = await tx.importFile.create({
      data: {
        fileName,
        headers,
        fileHash: fileHashOf(bytes),
        size: bytes.length,
        createdById: actor.kind === 'USER' ? actor.id : null,
      },
    })
    for (let number = 0; number * partBytes < bytes.length; number += 1) {
      const part = bytes.slice(number * partBytes, (number + 1) * partBytes)
      await tx.importFilePart.create({ data: { fileId: file.id, number, bytes: part }, select: { number: true } })
    }
    return {
      result: file,
      entity: { type: 'ImportFile', id: file.id },
      changes: { fileName: [null, fileName], size: [0, bytes.length] },
    }
  },
  audit: 'import.fileReceived',
  timeoutMs: 60_000,
})

/** SHA-256, base64url: tells whether two files are the same. */
export function fileHashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64url')
}

/** The bytes of a kept file, fetched part by part. @throws DomainError NOT_FOUND */
export async function fileBytes({ prisma }: Database, fileId: string): Promise<Buffer> {
  const { size } = found(await prisma.importFile.findUnique({ where: { id: fileId }, select: { size: true } }))
  const bytes = Buffer.alloc(size)
  for (let number = 0; number * partBytes < size; number += 1) {
    const part = found(await prisma.importFilePart.findUnique({ where: { fileId_number: { fileId, number } } }))
    bytes.set(part.bytes, number * partBytes)
  }
  return bytes
}

/** Removes files that were left lying for longer than a week; those that are still being read in stay. */
export async function removeAbandoned(tx: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  await tx.importFile.deleteMany({
    where: { createdAt: { lt: before }, runs: { none: { state: { in: ['RECEIVED', 'RUNNING'] } } } },
  })
}
