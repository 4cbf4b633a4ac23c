import { exact, type Numeric, roundHalfUp } from '../../math.ts'
import {
  type BehaviourRating,
  type BehaviourValue,
  behaviourRating,
  behaviourValueScore,
  behaviourValues,
  type RaterGroup,
  type ValueScore,
} from './behaviour.ts'
import type { Level } from './indicator-achievement.ts'
import { type Predikat, predikatOf } from './predikat.ts'
import { type MissingPolicy, type ResultKind, type ResultRating, resultRating } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'

export type NoPredikatReason = 'NOT_APPRAISED' | 'NO_SKP' | 'INSUFFICIENT_DATA' | 'NO_BEHAVIOUR'

/** Legal standings with which a person is appraised (domain C2); study within the country counts as service. */
export const appraisedStandings: ReadonlySet<string> = new Set(['AKTIF', 'TUGAS_BELAJAR', 'HUKUMAN_DISIPLIN'])

export function isAppraised(legalStanding: string): boolean {
  return appraisedStandings.has(legalStanding)
}

/** What F2 needs of one planned result. */
export interface JudgedRhk {
  readonly kind: ResultKind
  readonly weight: Numeric
  readonly items: readonly { readonly weight: Numeric; readonly pct: Numeric | null; readonly missing: MissingPolicy | null }[]
}

export interface RhkJudgement {
  /** Share (0–1, 6 decimals) of the counted weight; null when the result was left out. */
  readonly share: number | null
  /** Per cent, 2 decimals. */
  readonly pct: number | null
  readonly level: Level | null
}

/** F2 over the items of a plan, with the share that each result has in the score. */
export function judgeResults(
  rhks: readonly JudgedRhk[],
  settings: AppraisalSettings,
): { readonly rating: ResultRating; readonly rhks: readonly RhkJudgement[] } {
  const rating = resultRating({ rhk: rhks.map(({ kind, weight, items }) => ({ kind, weight, indicators: items })) }, settings)
  let counted = exact(0)
  rhks.forEach(({ weight }, index) => {
    if (rating.rhkPct[index] !== null) counted = counted.plus(weight)
  })
  const judged = rhks.map(({ weight }, index) => {
    const pct = rating.rhkPct[index] ?? null
    const share = pct === null || counted.isZero() ? null : roundHalfUp(exact(weight).div(counted), 6)
    return { share, pct, level: rating.levels[index] ?? null }
  })
  return { rating, rhks: judged }
}

/** Ratings (1–3) of one value by rater group, in ascending order so that nobody can be told by their place. */
export type ValueRatings = Readonly<Record<RaterGroup, readonly number[]>>

export interface JudgedValue extends ValueScore {
  readonly value: BehaviourValue
  readonly groups: ValueRatings
}

export interface BehaviourJudgement {
  readonly values: readonly JudgedValue[]
  /** Null while a value has no usable group, unless misconduct decides. */
  readonly rating: BehaviourRating | null
}

/** F3a for the seven values, then F3b. Misconduct overrides even incomplete ratings (LOCAL, domain A6). */
export function judgeBehaviour(
  ratings: Readonly<Record<BehaviourValue, ValueRatings>>,
  isMisconduct: boolean,
  settings: AppraisalSettings,
): BehaviourJudgement {
  const values = behaviourValues.map((value) => ({
    value,
    groups: ratings[value],
    ...behaviourValueScore(ratings[value], settings),
  }))
  const levels = values.flatMap(({ level }) => level ?? [])
  const isComplete = levels.length === behaviourValues.length
  return { values, rating: isComplete || isMisconduct ? behaviourRating({ levels, misconduct: isMisconduct }, settings) : null }
}

export interface Axes {
  readonly legalStanding: string
  /** Status and rating of F2; null without a plan. */
  readonly result: { readonly status: string; readonly rating: Level | null } | null
  /** Rating of F3b; null while it is incomplete. */
  readonly behaviour: Level | null
}

/** F4, or the first reason for having no predikat: not appraised at all, no plan, too little measured, no behaviour rating. */
export function judgePredikat({
  legalStanding,
  result,
  behaviour,
}: Axes):
  | { readonly predikat: Predikat; readonly noPredikatReason: null }
  | { readonly predikat: null; readonly noPredikatReason: NoPredikatReason } {
  const none = (noPredikatReason: NoPredikatReason) => ({ predikat: null, noPredikatReason })
  if (!isAppraised(legalStanding)) return none('NOT_APPRAISED')
  if (result === null) return none('NO_SKP')
  if (result.rating === null) return none('INSUFFICIENT_DATA')
  if (behaviour === null) return none('NO_BEHAVIOUR')
  return { predikat: predikatOf(result.rating, behaviour), noPredikatReason: null }
}
