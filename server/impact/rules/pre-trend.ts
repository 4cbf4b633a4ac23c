import { type Exact, exact, mean, type Numeric, roundHalfUp, type Step, sum } from '../../math.ts'
import { welch } from './welch.ts'

/** A measurement of one unit at one time; `at` counts periods from any origin. */
export interface Point {
  readonly at: number
  readonly value: Numeric
}

/** D8: fewer periods before the training tell no trend. */
const minPeriods = 3

/** Least-squares slope of the value per period; null below three periods, or when all of them are the same one. */
export function slopeOf(points: readonly Point[]): Exact | null {
  if (points.length < minPeriods) return null
  const [at, value] = [mean(points.map((point) => point.at)), mean(points.map((point) => point.value))]
  const spread = sum(points.map((point) => exact(point.at).minus(at).pow(2)))
  if (spread.isZero()) return null
  return sum(points.map((point) => exact(point.at).minus(at).times(exact(point.value).minus(value)))).div(spread)
}

/** All with 4 decimals. */
export interface PreTrend {
  /** Mean slope of the trained less mean slope of the others, per period. */
  readonly effect: number
  readonly se: number
  /** Null where nothing varies. */
  readonly df: number | null
  readonly ciLow: number
  readonly ciHigh: number
  /** The 95 % interval includes 0: nothing speaks against parallel trends. */
  readonly passed: boolean
  readonly steps: readonly Step[]
}

/** D8: were both groups moving alike before the training? Slopes per unit (`slopeOf`); null below two units in either group: untested. */
export function preTrend(treated: readonly Numeric[], control: readonly Numeric[]): PreTrend | null {
  if (treated.length < 2 || control.length < 2) return null
  const { delta, se, df, half } = welch(treated, control)
  if (se === null || half === null) return null
  const [low, high] = [delta.minus(half), delta.plus(half)]
  const result = {
    effect: roundHalfUp(delta, 4),
    se: roundHalfUp(se, 4),
    df: df === null ? null : roundHalfUp(df, 4),
    ciLow: roundHalfUp(low, 4),
    ciHigh: roundHalfUp(high, 4),
    passed: low.lte(0) && high.gte(0),
  }
  return {
    ...result,
    steps: [
      {
        formula: 'mean(slope_T) − mean(slope_C), Welch 95 %',
        inputs: { nT: treated.length, nC: control.length },
        value: [result.effect, result.ciLow, result.ciHigh],
      },
    ],
  }
}
