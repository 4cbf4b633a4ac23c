import type { Numeric } from '../../math.ts'
import type { BehaviourValue } from './behaviour.ts'
import { type ItemInputs, type ItemResult, measureItem } from './item.ts'
import {
  type BehaviourJudgement,
  isAppraised,
  judgeBehaviour,
  judgePredikat,
  judgeResults,
  type NoPredikatReason,
  type RhkJudgement,
  type ValueRatings,
} from './judgement.ts'
import type { Predikat } from './predikat.ts'
import type { ResultKind, ResultRating } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'

export interface PlannedItem {
  /** Weight inside the result. */
  readonly weight: Numeric
  readonly inputs: ItemInputs
}

export interface PlannedRhk<Item extends PlannedItem = PlannedItem> {
  readonly kind: ResultKind
  /** Weight in the plan, as submitted. */
  readonly weight: Numeric
  readonly items: readonly Item[]
}

export interface AppraisalInputs<Item extends PlannedItem = PlannedItem, Rhk extends PlannedRhk<Item> = PlannedRhk<Item>> {
  readonly legalStanding: string
  /** The planned results; null without an agreed plan. */
  readonly plan: readonly Rhk[] | null
  /** Ratings of the seven values by rater group. */
  readonly behaviour: Readonly<Record<BehaviourValue, ValueRatings>>
  /** A final disciplinary decision of level SEDANG or BERAT in the period. */
  readonly isMisconduct: boolean
  readonly settings: AppraisalSettings
}

export interface JudgedPlanRhk<Item, Rhk> extends RhkJudgement {
  readonly planned: Rhk
  readonly items: readonly { readonly planned: Item; readonly result: ItemResult }[]
}

export interface AppraisalOutcome<Item, Rhk> {
  /** F2; null without a plan, and for those who are not appraised. */
  readonly result: ResultRating | null
  readonly rhks: readonly JudgedPlanRhk<Item, Rhk>[]
  /** F3a and F3b; null for those who are not appraised. */
  readonly behaviour: BehaviourJudgement | null
  readonly predikat: Predikat | null
  readonly noPredikatReason: NoPredikatReason | null
}

/**
 * The whole suggestion for one person and period: F1 for each IKI, F2, F3a and F3b, F4. The items of a plan are measured also where no rating follows
 * (not appraised, too little data), so that everybody sees what was counted. A suggestion: a named person sets the predikat. Never throws.
 */
export function appraise<Item extends PlannedItem, Rhk extends PlannedRhk<Item>>({
  legalStanding,
  plan,
  behaviour,
  isMisconduct,
  settings,
}: AppraisalInputs<Item, Rhk>): AppraisalOutcome<Item, Rhk> {
  const isRated = isAppraised(legalStanding)
  const measured = (plan ?? []).map((planned) => ({
    planned,
    items: planned.items.map((item) => ({ planned: item, result: measureItem(item.inputs, settings) })),
  }))
  const { rating, rhks } = judgeResults(
    measured.map(({ planned: { kind, weight }, items }) => ({
      kind,
      weight,
      items: items.map(({ planned, result: { pct, missing } }) => ({ weight: planned.weight, pct, missing })),
    })),
    settings,
  )
  const result = isRated && plan !== null ? rating : null
  const judged = isRated ? judgeBehaviour(behaviour, isMisconduct, settings) : null
  return {
    result,
    rhks: measured.map(({ planned, items }, index) => ({ planned, items, share: null, pct: null, level: null, ...rhks[index] })),
    behaviour: judged,
    ...judgePredikat({ legalStanding, result, behaviour: judged?.rating?.rating ?? null }),
  }
}
