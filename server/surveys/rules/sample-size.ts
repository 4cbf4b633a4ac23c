import { exact, roundHalfUp } from '../../math.ts'

/**
 * F9: respondents needed for a population of `population ≥ 1` (Krejcie–Morgan, χ² = 3.841, P = 0.5, d = 0.05), a whole number, half-up.
 * From 100,000 on the published table ends at 384.
 */
export function sampleSize(population: number): number {
  if (population >= 100_000) return 384
  const spread = exact('3.841').times('0.25')
  const size = spread.times(population).div(
    exact('0.0025')
      .times(population - 1)
      .plus(spread),
  )
  return roundHalfUp(size, 0)
}
