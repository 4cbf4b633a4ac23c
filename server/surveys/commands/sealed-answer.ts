import { z } from 'zod'
import { openSeal, sealText, subkey } from '../../sealed-text.ts'

/** Long enough for a comment of a thousand signs; every row is as long as any other. */
const sealedBytes = 5_120

export const longestComment = 1_000

const content = z.strictObject({
  scores: z.array(z.int().min(0).max(4)).min(1).max(18),
  mode: z.enum(['MANDIRI', 'DIBANTU']),
  comment: z.string().max(longestComment).nullable(),
  /** Mark of the device, and minutes since 1970: known until the answer is counted, and then to nobody. */
  device: z.string().max(64).nullable(),
  minute: z.int(),
})

/** An answer as it waits to be counted. The ticket is not in it. */
export type WaitingAnswer = z.output<typeof content>

export function sealAnswer(key: Buffer, surveyId: string, answer: WaitingAnswer): Buffer {
  return sealText(subkey(key, 'survey answer'), surveyId, JSON.stringify(content.parse(answer)), sealedBytes)
}

/** Opens a waiting answer; throws when the key is another one or the row belongs to another survey. */
export function openAnswer(key: Buffer, surveyId: string, bytes: Uint8Array): WaitingAnswer {
  return content.parse(JSON.parse(openSeal(subkey(key, 'survey answer'), surveyId, bytes)))
}
