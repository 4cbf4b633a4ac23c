import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { BehaviourValue, FeedbackGroup, FeedbackTone } from '../../generated/prisma/client.ts'

/** Every sealed entry is as long as any other, so that its length tells nothing. */
const sealedBytes = 8_192
const [ivBytes, tagBytes, lengthBytes] = [12, 16, 4]

const entry = z.strictObject({
  employeeId: z.uuid(),
  group: z.enum(FeedbackGroup),
  tone: z.enum(FeedbackTone),
  rhkId: z.uuid().nullable(),
  value: z.enum(BehaviourValue).nullable(),
  text: z.string(),
  evidenceUrl: z.string().nullable(),
  counterOfId: z.uuid().nullable(),
  receiptHash: z.string(),
  /** Keyed hash of author, ratee and group: counts contributors without naming them. */
  tag: z.string(),
})

/** An unnamed feedback as it waits under seal. The author is not in it. */
export type SealedEntry = z.output<typeof entry>

function subkey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `tera feedback ${purpose}`, 32))
}

export function seal(key: Buffer, periodKey: string, content: SealedEntry): Buffer {
  const text = Buffer.from(JSON.stringify(content), 'utf8')
  const padded = Buffer.alloc(sealedBytes - ivBytes - tagBytes)
  padded.writeUInt32BE(text.length)
  if (text.copy(padded, lengthBytes) < text.length) throw new RangeError('The entry does not fit under its seal.')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', subkey(key, 'seal'), iv).setAAD(Buffer.from(periodKey))
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Opens a seal; throws when the key is another one or the bytes were changed. */
export function unseal(key: Buffer, periodKey: string, bytes: Uint8Array): SealedEntry {
  const sealed = Buffer.from(bytes)
  const decipher = createDecipheriv('aes-256-gcm', subkey(key, 'seal'), sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(periodKey))
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  const padded = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
  const length = padded.readUInt32BE()
  return entry.parse(JSON.parse(padded.subarray(lengthBytes, lengthBytes + length).toString('utf8')))
}

/** The mark of one contributor to one group of one person: the same for each entry of a quarter, untraceable without the key. */
export function contributorTag(key: Buffer, authorId: string, employeeId: string, group: FeedbackGroup): string {
  return createHmac('sha256', subkey(key, 'contributor')).update(`${authorId}|${employeeId}|${group}`).digest('base64url')
}

/** A receipt that its holder alone knows; the database keeps its hash. */
export function newReceipt(): { readonly receipt: string; readonly receiptHash: string } {
  const receipt = randomBytes(32).toString('base64url')
  return { receipt, receiptHash: hashReceipt(receipt) }
}

export function hashReceipt(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex')
}
