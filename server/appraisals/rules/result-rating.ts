import { exact, type Numeric, roundHalfUp, type Step, sum } from '../../math.ts'
import { type Level, levelOf } from './indicator-achievement.ts'
import { type AppraisalSettings, defaultAppraisalSettings } from './settings.ts'

export type ResultKind = 'UTAMA' | 'TAMBAHAN'

/** What a missing value does: EXCLUDE when the person could not help it, ZERO when it was not submitted or its evidence was rejected. */
export type MissingPolicy = 'EXCLUDE' | 'ZERO'

export interface IndicatorResult {
  /** Share inside the RHK, any scale; 1 when not given. */
  readonly weight?: Numeric | null
  /** Achievement by F1 in per cent; null when there is no usable value. */
  readonly pct: Numeric | null
  /** Only looked at when `pct` is null; EXCLUDE when not given, because missing is not 0. */
  readonly missing?: MissingPolicy | null
}

export interface RhkResult {
  readonly kind: ResultKind
  /** Share of the plan, any scale; normalised over the RHK that count. */
  readonly weight: Numeric
  readonly indicators: readonly IndicatorResult[]
}

export interface ResultRatingInput {
  readonly rhk: readonly RhkResult[]
}

export interface ResultRating {
  readonly status: 'OK' | 'INSUFFICIENT_DATA'
  /** Achievement of each RHK in per cent (2 decimals), in input order; null where it is excluded. */
  readonly rhkPct: readonly (number | null)[]
  readonly levels: readonly (Level | null)[]
  /** Share (0–1, 4 decimals) of the counted weight at DI_ATAS, and at DI_BAWAH. */
  readonly shareAbove: number | null
  readonly shareBelow: number | null
  readonly rating: Level | null
  /** More than a small part is below although the rating is SESUAI: the appraiser must justify it. */
  readonly ambiguous: boolean | null
  /** Weighted mean of the RHK achievements (2 decimals), for ranking inside a peer group. */
  readonly weightedScore: number | null
  /** Share of all weight that had to be left out, in per cent (2 decimals). */
  readonly excludedWeightPct: number
}

/**
 * F2: rating of hasil kerja from the achievements of the indicators. The majority wording is PermenPANRB 6/2022; weights, thresholds and the
 * missing policy are LOCAL. Each RHK is rounded to 2 decimals and only then levelled; shares are compared exactly.
 */
export function resultRating(input: ResultRatingInput, settings: AppraisalSettings = defaultAppraisalSettings): ResultRating {
  const rhkPct = input.rhk.map(rhkAchievement)
  const levels = rhkPct.map((pct) => (pct === null ? null : levelOf(pct, settings)))
  const weightWhere = (counts: (index: number) => boolean) =>
    sum(input.rhk.filter((_, index) => counts(index)).map((rhk) => rhk.weight))
  const total = weightWhere(() => true)
  const excluded = weightWhere((index) => rhkPct[index] === null)
  const counted = total.minus(excluded)
  const excludedWeightPct = total.isZero() ? 100 : roundHalfUp(excluded.times(100).div(total), 2)
  if (counted.isZero() || excluded.times(100).gt(total.times(settings.maxExcludedWeightPct))) {
    const none = { shareAbove: null, shareBelow: null, rating: null, ambiguous: null, weightedScore: null }
    return { status: 'INSUFFICIENT_DATA', rhkPct, levels, ...none, excludedWeightPct }
  }

  const above = weightWhere((index) => levels[index] === 'DI_ATAS')
  const below = weightWhere((index) => levels[index] === 'DI_BAWAH')
  const points = sum(input.rhk.map((rhk, index) => exact(rhk.weight).times(rhkPct[index] ?? 0)))
  const weightedScore = roundHalfUp(points.div(counted), 2)
  const isMainBelow = input.rhk.some((rhk, index) => rhk.kind === 'UTAMA' && levels[index] === 'DI_BAWAH')
  const byMajority = (): Level => {
    // PermenPANRB 6/2022: most or all results above expectation and no main result below.
    if (above.times(2).gt(counted) && !isMainBelow) return 'DI_ATAS'
    return below.times(2).gt(counted) ? 'DI_BAWAH' : 'SESUAI'
  }
  const rating = settings.resultMode === 'SCORE' ? levelOf(weightedScore, settings) : byMajority()
  return {
    status: 'OK',
    rhkPct,
    levels,
    shareAbove: roundHalfUp(above.div(counted), 4),
    shareBelow: roundHalfUp(below.div(counted), 4),
    rating,
    ambiguous: rating === 'SESUAI' && below.gt(counted.times(settings.smallPartMax)),
    weightedScore,
    excludedWeightPct,
  }
}

/** Step 1 of F2: weighted mean of the usable indicators of one RHK in per cent, 2 decimals half-up; null when none is usable. */
export function rhkAchievement(rhk: Pick<RhkResult, 'indicators'>): number | null {
  let points = exact(0)
  let weights = exact(0)
  for (const indicator of rhk.indicators) {
    const pct = usablePct(indicator)
    if (pct === null) continue
    const weight = exact(indicator.weight ?? 1)
    points = points.plus(weight.times(pct))
    weights = weights.plus(weight)
  }
  return weights.isZero() ? null : roundHalfUp(points.div(weights), 2)
}

/** The calculation of F2 for an explanation: one step for each RHK, then the shares, the score and the decision. */
export function explainResultRating(input: ResultRatingInput, settings: AppraisalSettings = defaultAppraisalSettings): Step[] {
  const result = resultRating(input, settings)
  const steps: Step[] = input.rhk.map((rhk, index) => ({
    formula: 'Σ w·pct / Σ w',
    inputs: {
      pct: rhk.indicators.map((indicator) => toNumber(usablePct(indicator))),
      w: rhk.indicators.map((indicator) => toNumber(indicator.weight ?? 1)),
    },
    value: result.rhkPct[index] ?? null,
  }))
  const weights = input.rhk.map((rhk) => toNumber(rhk.weight))
  const excluded = { formula: 'excluded weight / Σ weight × 100', inputs: { weights }, value: result.excludedWeightPct }
  if (result.status !== 'OK') return [...steps, excluded]
  const { shareAbove: A, shareBelow: B } = result
  return [
    ...steps,
    excluded,
    { formula: 'A = weight at DI_ATAS / counted weight', inputs: { weights, levels: result.levels }, value: A },
    { formula: 'B = weight at DI_BAWAH / counted weight', inputs: { weights, levels: result.levels }, value: B },
    { formula: 'Σ w·a / Σ w', inputs: { w: weights, a: result.rhkPct }, value: result.weightedScore },
    settings.resultMode === 'SCORE'
      ? { formula: 'level(weighted score)', inputs: { weightedScore: result.weightedScore }, value: result.rating }
      : {
          formula: 'A > 0.5 and no UTAMA below → DI_ATAS; B > 0.5 → DI_BAWAH; else SESUAI',
          inputs: { A, B },
          value: result.rating,
        },
  ]
}

function usablePct({ pct, missing }: IndicatorResult): Numeric | null {
  if (pct !== null) return pct
  return missing === 'ZERO' ? 0 : null
}

function toNumber(value: Numeric | null): number | null {
  return value === null ? null : exact(value).toNumber()
}
