import { randomBytes } from 'node:crypto'
import { codeAlphabet, codeLength } from '../rules/ticket-code.ts'

/** A new random code of 65 bits. */
export function newCode(): string {
  return Array.from(randomBytes(codeLength), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('')
}
