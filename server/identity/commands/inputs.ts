import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { decodeId } from '../../list.ts'

/** A global id of one type, read to the bare id; anything else is an input error. */
export function globalId(typename: string) {
  return z
    .string()
    .max(100)
    .transform((text, context) => {
      try {
        const decoded = decodeId(text)
        if (decoded.typename === typename) return decoded.id
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
      }
      context.addIssue({ code: 'custom', message: `${typename} id` })
      return z.NEVER
    })
}

/** One line of text for people: trimmed, bounded, without control characters. */
export function line(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
}

/** A new password: 12 to 200 characters. Length protects better than rules about characters (NIST SP 800-63B). */
export const newPasswordText = z.string().min(12).max(200)

export const reason = line(3, 500)
