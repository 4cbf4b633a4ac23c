import { createHash } from 'node:crypto'

/** Crockford's 32 letters and digits: without I, L, O and U, which are easily misread. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 13 signs of 5 bits: 65 random bits, beyond guessing. */
export const codeLength = 13

/** The code that somebody typed or scanned, or null where it is none: small letters, blanks, hyphens and misread signs are mended. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  return code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : null
}

/** What the database knows of a code. 65 random bits need no salt. */
export function hashCode(code: string): string {
  return createHash('sha256').update(`survey ticket ${code}`).digest('hex')
}

/** What the database knows of a ticket as it stands on paper: a code that Tera printed, or any other number. */
export function hashPaperTicket(ticket: string): string {
  return hashCode(readCode(ticket) ?? `paper ${ticket}`)
}
