import { type Exact, exact, type Numeric, sum } from '../../math.ts'
import type { DistributionCheck } from './distribution.ts'

/**
 * DC of F20 (LOCAL): 100 × max(0, 1 − Σ excess shares), the excess being how far a share lies beyond its limit in F6; of a limit on a number
 * of people, the people too many or too few as a share of all. Unrounded.
 */
export function excessScore({ n, violations }: Pick<DistributionCheck, 'n' | 'violations'>): Exact {
  const excess = violations.map((violation) =>
    'limitPct' in violation
      ? exact(violation.actualPct).minus(violation.limitPct).abs().div(100)
      : exact(violation.actual).minus(violation.limit).abs().div(n),
  )
  const rest = exact(1).minus(sum(excess))
  return rest.isNegative() ? exact(0) : rest.times(100)
}

/** RA of F20 (LOCAL): max(0, κ) × 100. Unrounded; null while no agreement is known. */
export function agreementScore(kappa: number | null): Exact | null {
  if (kappa === null) return null
  return kappa < 0 ? exact(0) : exact(kappa).times(100)
}

/** SEV of F20 for one superior (LOCAL): max(0, 1 − |L| / 0.5) × 100. Unrounded; null without a judgement of theirs. */
export function severityPoints(l: Numeric | null): Exact | null {
  if (l === null) return null
  const points = exact(1).minus(exact(l).abs().div(0.5))
  return points.isNegative() ? exact(0) : points.times(100)
}
