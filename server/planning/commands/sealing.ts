import { createHash, createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { BehaviourValue, FeedbackGroup, FeedbackTone } from '../../generated/prisma/client.ts'
import { openSeal, sealText, subkey } from '../../sealed-text.ts'

/** Every sealed entry is as long as any other, so that its length tells nothing. */
const sealedBytes = 8_192

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

export function seal(key: Buffer, periodKey: string, content: SealedEntry): Buffer {
  return sealText(subkey(key, 'feedback seal'), periodKey, JSON.stringify(content), sealedBytes)
}

/** Opens a seal; throws when the key is another one or the bytes were changed. */
export function unseal(key: Buffer, periodKey: string, bytes: Uint8Array): SealedEntry {
  return entry.parse(JSON.parse(openSeal(subkey(key, 'feedback seal'), periodKey, bytes)))
}

/** The mark of one contributor to one group of one person: the same for each entry of a quarter, untraceable without the key. */
export function contributorTag(key: Buffer, authorId: string, employeeId: string, group: FeedbackGroup): string {
  return createHmac('sha256', subkey(key, 'feedback contributor'))
    .update(`${authorId}|${employeeId}|${group}`)
    .digest('base64url')
}

/** A receipt that its holder alone knows; the database keeps its hash. */
export function newReceipt(): { readonly receipt: string; readonly receiptHash: string } {
  const receipt = randomBytes(32).toString('base64url')
  return { receipt, receiptHash: hashReceipt(receipt) }
}

export function hashReceipt(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex')
}
