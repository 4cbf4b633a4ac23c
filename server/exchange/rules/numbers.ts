import { exact } from '../../math.ts'
import { noValue, type Reading, reading, unreadable } from './cells.ts'
import type { Cell } from './table.ts'

// The widest number that is stored: 14 digits before the decimal sign. Anything longer is a slip of the keyboard, not a measurement.
const maxIntegerDigits = 14
const maxLength = 60

const thousands = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/
const plain = /^-?\d+([.,]\d+)?$/

/**
 * A number as exact decimal text (`1.250,5` → `1250.5`, `Rp 12.000` → `12000`, `87,5 %` → `87.5`); null for blank or `-` alone.
 * Groups of three after dots are thousands unless the first group starts with 0; otherwise one comma or dot is the decimal sign.
 * Numeric workbook cells are taken as they are. Exponents, words and `1,250.5` are BAD_NUMBER.
 */
export function readNumber(cell: Cell): Reading<string | null> {
  if (typeof cell === 'number') return readNumeric(cell)
  if (cell.length > maxLength) return unreadable('BAD_NUMBER')
  const text = cell.replace(/\s/g, '').replace(/^rp/i, '').replace(/%$/, '')
  if (text === '' || text === '-') return noValue
  if (thousands.test(text)) return canonical(text.replaceAll('.', '').replace(',', '.'))
  if (plain.test(text)) return canonical(text.replace(',', '.'))
  return unreadable('BAD_NUMBER')
}

/** As `readNumber`, but a whole number that fits `smallint`; null for no value. */
export function readInteger(cell: Cell): Reading<number | null> {
  const number = readNumber(cell)
  if (!number.ok || number.value === null) return number.ok ? noValue : number
  return /^-?\d{1,4}$/.test(number.value) ? reading(Number(number.value)) : unreadable('BAD_NUMBER')
}

function readNumeric(value: number): Reading<string> {
  return Number.isFinite(value) ? canonical(exact(value).toFixed()) : unreadable('BAD_NUMBER')
}

/** One text for one value: no leading or trailing zeros, no `-0`. */
function canonical(text: string): Reading<string> {
  const isNegative = text.startsWith('-')
  const [whole = '', fraction = ''] = (isNegative ? text.slice(1) : text).split('.')
  const integer = whole.replace(/^0+(?=\d)/, '')
  // Rounded to the six decimals that are stored, fourteen nines would be one digit more.
  if (integer.length > maxIntegerDigits || integer === '9'.repeat(maxIntegerDigits)) return unreadable('BAD_NUMBER')
  const decimals = fraction.replace(/0+$/, '')
  const digits = decimals ? `${integer}.${decimals}` : integer
  return reading(isNegative && digits !== '0' ? `-${digits}` : digits)
}

/** Order of two canonical decimal texts, exact: doubles decide while they differ (rounding keeps the order), decimals only on a tie. */
export function compareDecimals(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  return difference !== 0 || a === b ? difference : exact(a).comparedTo(b)
}
