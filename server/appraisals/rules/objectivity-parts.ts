import { type Exact, exact, sum } from '../../math.ts'
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
