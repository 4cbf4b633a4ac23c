import { type Exact, exact, mean, type Numeric, roundHalfUp, type Step, sampleVariance, sum } from '../../math.ts'
import { welch } from './welch.ts'

/** 0.975 quantile of the normal distribution, to the places that the rule prints. */
const z975 = '1.959964'

export interface DidInput {
  /** Measurements before and after, one a unit of analysis, in the same order. */
  readonly treatPre: readonly Numeric[]
  readonly treatPost: readonly Numeric[]
  readonly controlPre: readonly Numeric[]
  readonly controlPost: readonly Numeric[]
}

/** All with 4 decimals; the limits bound a 95 % interval. */
export interface DidImpact {
  /** Mean change of the trained less mean change of the others, in the unit of the measurement. */
  readonly effect: number
  /** Null below two units in either arm, as everything that rests on it. */
  readonly se: number | null
  /** Null also where nothing varies. */
  readonly df: number | null
  readonly ciLow: number | null
  readonly ciHigh: number | null
  /** Effect in standard deviations before, corrected for small samples; null where nothing varied before. */
  readonly g: number | null
  /** Two-sided, unrounded; null where there are no degrees of freedom. */
  readonly p: number | null
  readonly steps: readonly Step[]
}

/**
 * F11: difference in differences over individual change scores, with Welch's interval. It only calculates: whether an interval may be shown,
 * and which claim it carries, depends on the number of units and on the design. Throws a RangeError on an empty arm or unpaired lists.
 */
export function didImpact(input: DidInput): DidImpact {
  const treated = changes(input.treatPre, input.treatPost)
  const control = changes(input.controlPre, input.controlPost)
  const { delta, se, df, half, p } = welch(treated, control)
  const effect = roundHalfUp(delta, 4)
  const first: Step = {
    formula: 'δ = mean(Δ_T) − mean(Δ_C)',
    inputs: {
      meanT: roundHalfUp(mean(treated), 4),
      meanC: roundHalfUp(mean(control), 4),
      nT: treated.length,
      nC: control.length,
    },
    value: effect,
  }
  if (se === null || half === null)
    return { effect, se: null, df: null, ciLow: null, ciHigh: null, g: null, p: null, steps: [first] }

  const result = {
    effect,
    se: roundHalfUp(se, 4),
    df: df === null ? null : roundHalfUp(df, 4),
    ciLow: roundHalfUp(delta.minus(half), 4),
    ciHigh: roundHalfUp(delta.plus(half), 4),
    g: effectSize(delta, input),
    p,
  }
  return {
    ...result,
    steps: [
      first,
      { formula: 'SE = √(s²_T/n_T + s²_C/n_C)', inputs: {}, value: result.se },
      { formula: 'df by Welch–Satterthwaite', inputs: {}, value: result.df },
      { formula: 'δ ± t(0.975, df)·SE', inputs: { effect, se: result.se, df: result.df }, value: [result.ciLow, result.ciHigh] },
      { formula: 'g = δ/SD_pre·(1 − 3/(4(n_T + n_C − 2) − 1))', inputs: { effect }, value: result.g },
    ],
  }
}

/** Successes out of cases, for one group at one time. */
export type Cell = readonly [successes: number, cases: number]

export interface DidProportion {
  /** Difference of the changes of the proportions (4 decimals, as all below). */
  readonly effect: number
  readonly se: number
  readonly ciLow: number
  readonly ciHigh: number
  readonly steps: readonly Step[]
}

/** F11b: difference in differences for proportions of repeated cross-sections, with a normal 95 % interval. Each cell has at least one case. */
export function didProportion({ t0, t1, c0, c1 }: { t0: Cell; t1: Cell; c0: Cell; c1: Cell }): DidProportion {
  const share = ([successes, cases]: Cell) => exact(successes).div(cases)
  const delta = share(t1)
    .minus(share(t0))
    .minus(share(c1).minus(share(c0)))
  const variance = sum(
    [t0, t1, c0, c1].map((cell) =>
      share(cell)
        .times(exact(1).minus(share(cell)))
        .div(cell[1]),
    ),
  )
  const half = variance.sqrt().times(z975)
  const result = {
    effect: roundHalfUp(delta, 4),
    se: roundHalfUp(variance.sqrt(), 4),
    ciLow: roundHalfUp(delta.minus(half), 4),
    ciHigh: roundHalfUp(delta.plus(half), 4),
  }
  return {
    ...result,
    steps: [
      { formula: 'δ = (p_T1 − p_T0) − (p_C1 − p_C0)', inputs: { t0, t1, c0, c1 }, value: result.effect },
      { formula: 'SE = √Σ p(1 − p)/n', inputs: {}, value: result.se },
      { formula: `δ ± ${z975}·SE`, inputs: { effect: result.effect, se: result.se }, value: [result.ciLow, result.ciHigh] },
    ],
  }
}

function changes(pre: readonly Numeric[], post: readonly Numeric[]): Exact[] {
  if (pre.length === 0 || pre.length !== post.length)
    throw new RangeError('Each unit needs one measurement before and one after.')
  return pre.map((before, index) => exact(post[index] ?? before).minus(before))
}

function effectSize(delta: Exact, { treatPre, controlPre }: DidInput): number | null {
  const [varianceT, varianceC] = [sampleVariance(treatPre), sampleVariance(controlPre)]
  if (varianceT === null || varianceC === null) return null
  const freedom = treatPre.length + controlPre.length - 2
  const pooled = varianceT
    .times(treatPre.length - 1)
    .plus(varianceC.times(controlPre.length - 1))
    .div(freedom)
  if (pooled.isZero()) return null
  const correction = exact(1).minus(exact(3).div(4 * freedom - 1))
  return roundHalfUp(delta.div(pooled.sqrt()).times(correction), 4)
}
