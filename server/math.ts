import { Decimal } from 'decimal.js'

/** Exact decimals everywhere a score, a weight or an index is computed; 40 digits keep ratios exact far beyond the last rounded place. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP })

export type Exact = Decimal

/** Reads a number or decimal text as an exact decimal. */
export function exact(value: Decimal.Value): Exact {
  return new Exact(value)
}

/** Rounds half-up (away from zero on a tie) once, at the place that the rule names, and returns a plain number for the wire. */
export function roundHalfUp(value: Decimal.Value, places: number): number {
  return new Exact(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber()
}

export function sum(values: Iterable<Decimal.Value>): Exact {
  let total = new Exact(0)
  for (const value of values) total = total.plus(value)
  return total
}
