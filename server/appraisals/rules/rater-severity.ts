import { type Exact, exact, mean, type Numeric, roundHalfUp, type Step, sampleVariance } from '../../math.ts'

/** A rater's judgement (1–3) and the objective score on the same scale, for one ratee. */
export type JudgementPair = readonly [judgement: Numeric, objective: Numeric]

export interface RaterSeverity {
  readonly n: number
  /** Mean deviation of this rater less that of all (4 decimals); null without a ratee. */
  readonly L: number | null
  /** Standard error of `L` (4 decimals); null below two ratees. */
  readonly se: number | null
  readonly flag: 'LENIENT' | 'SEVERE' | 'OK'
}

export interface SeverityReport {
  /** Mean deviation over all ratees (4 decimals); null without any. */
  readonly grand: number | null
  readonly raters: Readonly<Record<string, RaterSeverity>>
  readonly steps: readonly Step[]
}

const minRatees = 5
const minDeviation = 0.25

/** F13 (LOCAL): raters whose judgements lie systematically above or below the measured results. A flag is a reason to look, never a correction. */
export function raterSeverity(pairsByRater: Readonly<Record<string, readonly JudgementPair[]>>): SeverityReport {
  const deviations = Object.entries(pairsByRater).map(
    ([id, pairs]) => [id, pairs.map(([judged, measured]) => exact(judged).minus(measured))] as const,
  )
  const all = deviations.flatMap(([, own]) => own)
  if (all.length === 0) {
    const none: RaterSeverity = { n: 0, L: null, se: null, flag: 'OK' }
    return { grand: null, raters: Object.fromEntries(deviations.map(([id]) => [id, none])), steps: [] }
  }
  const grand = mean(all)
  const rounded = roundHalfUp(grand, 4)
  const raters = deviations.map(([id, own]) => [id, severityOf(own, grand)] as const)
  return {
    grand: rounded,
    raters: Object.fromEntries(raters),
    steps: [
      { formula: 'grand = mean(judgement − objective)', inputs: { n: all.length }, value: rounded },
      ...raters.map(([rater, { n, L, se, flag }]) => ({
        formula: `n ≥ ${minRatees}, |L| ≥ ${minDeviation}, |L| > 2·SE`,
        inputs: { rater, n, L, se },
        value: flag,
      })),
    ],
  }
}

/** Puts a weighted score (per cent) on the scale of the judgements: 80 or less → 1, 120 or more → 3. LOCAL, unrounded. */
export function objectiveScore(weightedScore: Numeric): Exact {
  const score = exact(weightedScore)
  const clamped = score.lt(80) ? exact(80) : score.gt(120) ? exact(120) : score
  return clamped.minus(80).div(20).plus(1)
}

function severityOf(own: readonly Exact[], grand: Exact): RaterSeverity {
  const n = own.length
  if (n === 0) return { n, L: null, se: null, flag: 'OK' }
  const deviation = mean(own).minus(grand)
  const variance = sampleVariance(own)
  const se = variance === null ? null : variance.div(n).sqrt()
  const isMarked = se !== null && n >= minRatees && deviation.abs().gte(minDeviation) && deviation.abs().gt(se.times(2))
  const direction = deviation.isNegative() ? 'SEVERE' : 'LENIENT'
  return { n, L: roundHalfUp(deviation, 4), se: se === null ? null : roundHalfUp(se, 4), flag: isMarked ? direction : 'OK' }
}
