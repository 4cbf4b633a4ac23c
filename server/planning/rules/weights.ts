import { exact, type Numeric, sum } from '../../math.ts'

/** Σ of the weights may miss 100 by this much (LOCAL). */
const weightTolerance = '0.01'
const places = 4

/** Do the weights of a plan add up to 100 ± 0.01 (domain A3)? */
export function isWholeWeight(weights: readonly Numeric[]): boolean {
  return sum(weights).minus(100).abs().lte(weightTolerance)
}

/**
 * Weights with a value for each that was left open: what is missing to 100 is shared equally, to four decimals; the last one takes what
 * rounding left over, so that the sum is exact. Nothing is left to share when the stated ones reach 100.
 */
export function spreadWeights(weights: readonly (string | null)[]): string[] {
  const open = weights.filter((weight) => weight === null).length
  const rest = exact(100).minus(sum(weights.filter((weight) => weight !== null)))
  const left = rest.gt(0) ? rest : exact(0)
  const each = open === 0 ? exact(0) : left.div(open).toDecimalPlaces(places)
  let given = 0
  return weights.map((weight) => {
    if (weight !== null) return weight
    given += 1
    return (given === open ? left.minus(each.times(open - 1)) : each).toFixed()
  })
}
