import { createHash } from 'node:crypto'

/** Letters and digits that nobody mistakes for one another (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 15

/**
 * The tracking code of a complaint: 75 bits, as `XXXXX-XXXXX-XXXXX`. It follows from the secret of the form and from what was sent, so that a form
 * which is sent twice is one complaint with one code; without the secret (128 random bits) nobody can guess it.
 */
export function trackingCode(secret: string, content: string): string {
  const bytes = createHash('sha256').update(`tera complaint ${secret}\n${content}`).digest()
  // 256 is a multiple of 32: every sign is as likely as any other.
  const signs = [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length])
  return signs.join('').replace(/.{5}(?=.)/g, '$&-')
}

/** What is stored of a code, in whichever way a citizen types it; null for what is no code. */
export function codeHash(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (text.length !== length || [...text].some((sign) => !alphabet.includes(sign))) return null
  return createHash('sha256').update(text).digest('hex')
}
