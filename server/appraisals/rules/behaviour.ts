import { exact, roundHalfUp, type Step, sum } from '../../math.ts'
import type { Level } from './indicator-achievement.ts'
import { type AppraisalSettings, type CountedRaterGroup, defaultAppraisalSettings } from './settings.ts'

/** The seven BerAKHLAK values (SE MenPANRB 20/2021), in the order in which they are always listed. */
export const behaviourValues = ['BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KL'] as const
export type BehaviourValue = (typeof behaviourValues)[number]

export type RaterGroup = CountedRaterGroup | 'DIRI'

/** Ratings of one value by one group: 1 DI_BAWAH, 2 SESUAI, 3 DI_ATAS. DIRI is shown, never counted. */
export type RatingsByGroup = Readonly<Partial<Record<RaterGroup, readonly number[]>>>

export interface ValueScore {
  /** 1–3, 4 decimals half-up; null when no group is usable. */
  readonly score: number | null
  readonly level: Level | null
  /** Groups of peers or subordinates too small to count without naming their members. */
  readonly dropped: readonly CountedRaterGroup[]
}

const countedGroups: readonly CountedRaterGroup[] = ['ATASAN', 'REKAN', 'BAWAHAN']

/** F3a (LOCAL): score of one behaviour value from the means of the rater groups. From 2.5 on DI_ATAS, below 1.5 DI_BAWAH, judged on the rounded score. */
export function behaviourValueScore(groups: RatingsByGroup, settings: AppraisalSettings = defaultAppraisalSettings): ValueScore {
  const dropped: CountedRaterGroup[] = []
  // One common denominator instead of a mean for each group keeps thirds exact.
  let points = exact(0)
  let denominator = exact(1)
  let weights = exact(0)
  for (const group of countedGroups) {
    const ratings = groups[group] ?? []
    if (ratings.length === 0) continue
    if (isTooSmall(group, ratings.length, settings)) {
      dropped.push(group)
      continue
    }
    const weight = settings.raterWeights[group]
    points = points.times(ratings.length).plus(sum(ratings).times(weight).times(denominator))
    denominator = denominator.times(ratings.length)
    weights = weights.plus(weight)
  }
  if (weights.isZero()) return { score: null, level: null, dropped }
  const score = roundHalfUp(points.div(denominator.times(weights)), 4)
  return { score, level: valueLevel(score), dropped }
}

export interface BehaviourInput {
  /** Levels of all seven values. */
  readonly levels: readonly Level[]
  /** A final disciplinary decision of level sedang or berat for conduct in the period. */
  readonly misconduct?: boolean | null
}

export interface BehaviourRating {
  readonly rating: Level
  /** More than a small part is below although the rating is SESUAI. */
  readonly ambiguous: boolean
  readonly above: number
  readonly below: number
  readonly reason: 'MAJORITY' | 'MISCONDUCT'
}

/** F3b: rating of perilaku kerja over the seven values, by the majority wording of PermenPANRB 6/2022. Misconduct overrides it (LOCAL). */
export function behaviourRating(input: BehaviourInput, settings: AppraisalSettings = defaultAppraisalSettings): BehaviourRating {
  const count = input.levels.length
  const above = input.levels.filter((level) => level === 'DI_ATAS').length
  const below = input.levels.filter((level) => level === 'DI_BAWAH').length
  if (input.misconduct) return { rating: 'DI_BAWAH', ambiguous: false, above, below, reason: 'MISCONDUCT' }
  const reason = 'MAJORITY'
  if (above * 2 > count && below === 0) return { rating: 'DI_ATAS', ambiguous: false, above, below, reason }
  if (below * 2 > count) return { rating: 'DI_BAWAH', ambiguous: false, above, below, reason }
  return { rating: 'SESUAI', ambiguous: exact(settings.smallPartMax).times(count).lt(below), above, below, reason }
}

/** The calculation of F3a for an explanation: the mean of each counted group, then the score. Names no rater. */
export function explainBehaviourValueScore(
  groups: RatingsByGroup,
  settings: AppraisalSettings = defaultAppraisalSettings,
): Step[] {
  const { score, dropped } = behaviourValueScore(groups, settings)
  const counted = countedGroups.filter((group) => (groups[group]?.length ?? 0) > 0 && !dropped.includes(group))
  const means = counted.map((group) => {
    const ratings = groups[group] ?? []
    return {
      formula: 'Σ ratings / n',
      inputs: { group, n: ratings.length },
      value: roundHalfUp(sum(ratings).div(ratings.length), 4),
    }
  })
  const weights = counted.map((group) => settings.raterWeights[group])
  return [
    ...means,
    {
      formula: 'Σ w·mean / Σ w',
      inputs: { groups: counted, w: weights, mean: means.map((step) => step.value), dropped },
      value: score,
    },
  ]
}

/** The calculation of F3b for an explanation. */
export function explainBehaviourRating(input: BehaviourInput, settings: AppraisalSettings = defaultAppraisalSettings): Step[] {
  const { rating, above, below, reason } = behaviourRating(input, settings)
  const formula =
    reason === 'MISCONDUCT'
      ? 'final disciplinary decision (sedang or berat) → DI_BAWAH'
      : 'more than half above and none below → DI_ATAS; more than half below → DI_BAWAH; else SESUAI'
  return [{ formula, inputs: { levels: input.levels, above, below }, value: rating }]
}

function isTooSmall(group: CountedRaterGroup, raters: number, settings: AppraisalSettings): boolean {
  return group !== 'ATASAN' && raters < settings.anonymityMinRaters
}

function valueLevel(score: number): Level {
  if (score >= 2.5) return 'DI_ATAS'
  return score < 1.5 ? 'DI_BAWAH' : 'SESUAI'
}
