import { Decimal } from 'decimal.js'

/** Exact decimals everywhere a score, a weight or an index is computed; 40 digits keep ratios exact far beyond the last rounded place. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP })

/** The digits of a 40-digit quotient that can be trusted after a few more operations. */
const trustedDigits = 34

export type Exact = Decimal

/** What a rule accepts as a number: a number of the wire, or decimal text of the database. */
export type Numeric = Decimal.Value

/** A value inside an explanation; numbers are already rounded for reading. */
export type StepValue = string | number | boolean | null | readonly StepValue[]

/** One line of a calculation: the formula as written in the rule, what went in, what came out. */
export interface Step {
  readonly formula: string
  readonly inputs: Readonly<Record<string, StepValue>>
  readonly value: StepValue
}

/** Reads a number or decimal text as an exact decimal. */
export function exact(value: Numeric): Exact {
  return new Exact(value)
}

/**
 * Rounds half-up (away from zero on a tie) once, at the place that the rule names, and returns a plain number for the wire.
 * The last digits of a never-ending quotient are noise (7/3 + 8/3 gives 4.999…9), so they are dropped first: a tie stays a tie.
 */
export function roundHalfUp(value: Numeric, places: number): number {
  const rounded = new Exact(value).toSignificantDigits(trustedDigits).toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
  return rounded.isZero() ? 0 : rounded.toNumber()
}

/** The exact sum. Whole numbers, which most ratings are, are added as such as long as that is exact. */
export function sum(values: Iterable<Numeric>): Exact {
  let whole = 0
  let rest: Exact | undefined
  for (const value of values) {
    if (typeof value === 'number' && Number.isSafeInteger(value + whole) && Number.isSafeInteger(value)) whole += value
    else rest = rest ? rest.plus(value) : new Exact(value)
  }
  return rest ? rest.plus(whole) : new Exact(whole)
}

/** Arithmetic mean; throws on an empty list, because the mean of nothing is not 0. */
export function mean(values: readonly Numeric[]): Exact {
  if (values.length === 0) throw new RangeError('The mean of an empty list is undefined.')
  return sum(values).div(values.length)
}

/** Sample variance (n − 1); null below two values. */
export function sampleVariance(values: readonly Numeric[]): Exact | null {
  if (values.length < 2) return null
  const centre = mean(values)
  return sum(values.map((value) => exact(value).minus(centre).pow(2))).div(values.length - 1)
}
