import { z } from 'zod'
import { globalId } from '../../identity/commands/inputs.ts'

/** One record, at the revision that the person read. */
export function readRecord(typename: string) {
  return { id: globalId(typename), revision: z.int().min(0) }
}

/** A reason in words; its absence is told by the policy, after everything else. */
export const reasonText = z.string().trim().min(10).max(2_000).nullish()

export const line = z.string().trim().min(1).max(300)
export const paragraph = z.string().trim().min(1).max(8_000)

/** A civil date: midnight UTC of that day. */
export const day = z.date()

/** Rupiah or another exact amount, not negative, two decimals. */
export const amount = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/)
/** A measured value, six decimals. */
export const measured = z.string().regex(/^-?\d{1,13}(\.\d{1,6})?$/)
/** A score of a test, 0 to 100. */
export const score = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/)
  .refine((text) => Number(text) <= 100)

/** A link that a browser may open. */
export const link = z
  .string()
  .trim()
  .max(1_000)
  .regex(/^https?:\/\/\S+$/i)
