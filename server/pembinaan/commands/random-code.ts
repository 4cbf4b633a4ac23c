import { randomInt } from 'node:crypto'

// Without letters and digits that look alike, so that a code can be typed from paper.
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 16

/** A code that nobody can guess (80 bits), for a sign-in sheet or a certificate. */
export function randomCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}
