import jstat from 'jstat'
import { type Exact, exact, mean, type Numeric, sampleVariance } from '../../math.ts'

/** Welch's comparison of two means, unrounded. */
export interface Welch {
  /** Mean of the first less mean of the second list. */
  readonly delta: Exact
  /** Null below two values in either list, as everything that rests on it. */
  readonly se: Exact | null
  /** Welch–Satterthwaite; null also where nothing varies. */
  readonly df: Exact | null
  /** Half the width of the 95 % interval: 0 where nothing varies. */
  readonly half: Exact | null
  /** Two-sided; null where there are no degrees of freedom. */
  readonly p: number | null
}

/** Means of two independent samples with unequal variances. Throws a RangeError on an empty list. */
export function welch(first: readonly Numeric[], second: readonly Numeric[]): Welch {
  const delta = mean(first).minus(mean(second))
  const [varianceA, varianceB] = [sampleVariance(first), sampleVariance(second)]
  if (varianceA === null || varianceB === null) return { delta, se: null, df: null, half: null, p: null }
  const [shareA, shareB] = [varianceA.div(first.length), varianceB.div(second.length)]
  const variance = shareA.plus(shareB)
  const se = variance.sqrt()
  if (variance.isZero()) return { delta, se, df: null, half: exact(0), p: null }
  const df = variance.pow(2).div(
    shareA
      .pow(2)
      .div(first.length - 1)
      .plus(shareB.pow(2).div(second.length - 1)),
  )
  const t = delta.abs().div(se).toNumber()
  return {
    delta,
    se,
    df,
    half: se.times(jstat.studentt.inv(0.975, df.toNumber())),
    p: 2 * (1 - jstat.studentt.cdf(t, df.toNumber())),
  }
}
