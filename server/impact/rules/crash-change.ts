import { type RateRatio, rateRatio } from '../../appraisals/rules/rate-ratio.ts'
import { type Exact, exact, type Numeric } from '../../math.ts'

export interface YearCount {
  readonly year: number
  readonly crashes: number
  readonly exposure: Numeric
}

/** A change of the rate of crashes against earlier years (F22). */
export interface RateChange extends RateRatio {
  readonly baselineYears: number
  readonly x0: number
  readonly e0: string
  readonly x1: number
  readonly e1: string
}

/** B5.5: sites that were picked because they were bad get better by themselves; only this many years before show a change beyond that. */
const soundBaselineYears = 3

/**
 * F22 of a group of sites in a year against as many years before as are counted (`baselineYears` at most). Null without a year before, or without exposure.
 * `mayBeClaimed` says whether the baseline is long enough for any word of a reduction.
 */
export function rateChange(
  counts: readonly YearCount[],
  year: number,
  baselineYears: number,
): (RateChange & { readonly mayBeClaimed: boolean }) | null {
  const before = counts.filter((one) => one.year < year && one.year >= year - baselineYears)
  const now = counts.filter((one) => one.year === year)
  const [e0, e1] = [exposureOf(before), exposureOf(now)]
  if (e0.isZero() || e1.isZero()) return null
  const [x0, x1] = [crashesOf(before), crashesOf(now)]
  const years = new Set(before.map((one) => one.year)).size
  const ratio = rateRatio({ x0, e0, x1, e1 })
  return {
    ...ratio,
    ...{ baselineYears: years, x0, e0: e0.toFixed(), x1, e1: e1.toFixed() },
    mayBeClaimed: ratio.isReductionShown && years >= soundBaselineYears,
  }
}

function exposureOf(counts: readonly YearCount[]): Exact {
  return counts.reduce((all, { exposure }) => all.plus(exposure), exact(0))
}

function crashesOf(counts: readonly YearCount[]): number {
  return counts.reduce((all, { crashes }) => all + crashes, 0)
}
