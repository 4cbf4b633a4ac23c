import { createHash, randomBytes } from 'node:crypto'
import { codeAlphabet, codeLength } from '../rules/ticket-code.ts'

/** A new random code of 65 bits. */
export function newCode(): string {
  return Array.from(randomBytes(codeLength), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('')
}

/** What the database knows of a code. 65 random bits need no salt. */
export function hashCode(code: string): string {
  return createHash('sha256').update(`survey ticket ${code}`).digest('hex')
}
