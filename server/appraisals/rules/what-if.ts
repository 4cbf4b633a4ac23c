import { exact, type Numeric, roundHalfUp, sum } from '../../math.ts'
import { type FrozenInputs, thawInputs } from './frozen-inputs.ts'
import type { Level } from './indicator-achievement.ts'
import { type ItemDefinition, type ItemInputs, type ItemTarget, measureItem } from './item.ts'
import { isAppraised, judgePredikat } from './judgement.ts'
import type { Predikat } from './predikat.ts'
import { type IndicatorResult, type MissingPolicy, type ResultKind, resultRating } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'

/** What a version of an indicator states, as far as appraisals follow from it. */
export interface StatedVersion {
  readonly definition: ItemDefinition
  readonly target: ItemTarget
  /** Per cent of a plan, by position family. */
  readonly familyWeights: Readonly<Record<string, Numeric>>
}

/** A stored item as far as F2 counts it; decimals are exact text. */
export interface UsingItem {
  /** Weight inside the result. */
  readonly weight: string
  readonly pct: string | null
  readonly missing: MissingPolicy | null
  readonly level: Level | null
  /** For an item of the indicator under trial the version that the plan pins, and what the item was computed from; null for others. */
  readonly tried: { readonly versionId: string; readonly inputs: FrozenInputs } | null
}

export interface UsingRhk {
  readonly kind: ResultKind
  readonly weight: string
  readonly items: readonly UsingItem[]
}

/** A stored appraisal that uses the indicator under trial. */
export interface UsingAppraisal {
  readonly employeeId: string
  readonly unitId: string
  readonly legalStanding: string
  readonly settings: AppraisalSettings
  readonly standing: Standing
  readonly behaviourRating: Level | null
  readonly rhks: readonly UsingRhk[]
}

export interface Standing {
  /** Weighted score of F2 in per cent, 2 decimals. */
  readonly score: number | null
  readonly result: Level | null
  readonly predikat: Predikat | null
}

/** One appraisal as it is, and as it would have been under the draft. */
export interface Tried {
  readonly employeeId: string
  /** Unit as of the appraisal. */
  readonly unitId: string
  readonly before: Standing
  readonly after: Standing
  /** The level of an item of the indicator is another one. */
  readonly isLevelChanged: boolean
  /** The plan agreed on a target of its own, which the draft does not change. */
  readonly hasOwnTarget: boolean
}

/** Every version that an item may pin, by id. */
export type Versions = ReadonlyMap<string, StatedVersion>

/**
 * Judges a stored appraisal again as if its plan had pinned the draft: F1, F2 and F4 from the frozen inputs, with the settings that it was
 * computed with; the rating perilaku stays. Where no item and no weight changes, the appraisal stands as it is stored. Never throws on domain faults.
 */
export function tryDraft(appraisal: UsingAppraisal, draft: StatedVersion, versions: Versions): Tried {
  const { employeeId, unitId, legalStanding, settings, standing: before, behaviourRating } = appraisal
  let [isLevelChanged, hasOwnTarget, isSameResult] = [false, false, true]
  const rhk = appraisal.rhks.map((stored) => {
    const { kind, weight, items } = reweigh(stored, draft, versions)
    if (weight !== stored.weight) isSameResult = false
    const indicators = items.map((item): IndicatorResult => {
      const pinned = item.tried && versions.get(item.tried.versionId)
      if (!item.tried || !pinned) return item
      const inputs = thawInputs(item.tried.inputs)
      const { pct, missing, level } = measureItem(redefine(inputs, pinned, draft), settings)
      hasOwnTarget ||= !followsCatalogue(inputs, pinned.target)
      isLevelChanged ||= level !== item.level
      isSameResult &&= isSame(pct, item.pct) && missing === item.missing
      return { weight: item.weight, pct, missing }
    })
    return { kind, weight, indicators }
  })
  const tried = { employeeId, unitId, before, isLevelChanged, hasOwnTarget }
  if (isSameResult) return { ...tried, after: before }
  const result = isAppraised(legalStanding) ? resultRating({ rhk }, settings) : null
  const { predikat } = judgePredikat({ legalStanding, result, behaviour: behaviourRating })
  return { ...tried, after: { score: result?.weightedScore ?? null, result: result?.rating ?? null, predikat } }
}

/**
 * The inputs of an item under the draft. A target that equals the one of the pinned version was taken from the catalogue and follows the
 * draft's; one that was agreed individually stays, as it does where the draft leaves the target to the plans. The tolerance goes by the same rule.
 */
function redefine(inputs: ItemInputs, pinned: StatedVersion, draft: StatedVersion): ItemInputs {
  const { target, targetMin, targetMax, tolerancePct } = draft.target
  const isStated = target !== null || targetMin !== null || targetMax !== null
  return {
    ...inputs,
    ...draft.definition,
    ...(isStated && followsCatalogue(inputs, pinned.target) ? { target, targetMin, targetMax } : {}),
    ...(isSame(inputs.tolerancePct, pinned.target.tolerancePct) ? { tolerancePct } : {}),
  }
}

function followsCatalogue(agreed: ItemTarget, stated: ItemTarget): boolean {
  return (['target', 'targetMin', 'targetMax'] as const).every((part) => isSame(agreed[part], stated[part]))
}

function isSame(a: Numeric | null, b: Numeric | null): boolean {
  if (a === b) return true
  return a !== null && b !== null && exact(a).eq(b)
}

/** Gives the items of the indicator the weight of the draft, where the plan took that of the catalogue; all other items keep their share of the plan. */
function reweigh(rhk: UsingRhk, draft: StatedVersion, versions: Versions): UsingRhk {
  let { weight, items } = rhk
  for (const [index, item] of rhk.items.entries()) {
    const pinned = item.tried && versions.get(item.tried.versionId)
    if (!pinned || !isReweighed(pinned, draft)) continue
    const whole = sum(items.map((one) => one.weight))
    if (whole.isZero() || exact(weight).isZero()) continue
    const share = exact(weight).times(item.weight).div(whole)
    const wanted = draftWeight(roundHalfUp(share, weightPlaces), pinned, draft)
    if (wanted === null) continue
    const scaled = exact(wanted).times(whole).div(weight).toFixed()
    items = items.with(index, { ...item, weight: scaled })
    weight = exact(weight).minus(share).plus(wanted).toFixed()
  }
  return { ...rhk, weight, items }
}

function isReweighed(pinned: StatedVersion, draft: StatedVersion): boolean {
  return Object.entries(pinned.familyWeights).some(([family, weight]) => !isSame(weight, draft.familyWeights[family] ?? null))
}

/** Decimals of a weight in the catalogue. */
const weightPlaces = 4

/**
 * The weight that replaces `share`, in per cent of the plan; null where it stays. A plan does not say which position family it was made for, so
 * the weight itself tells: families of the pinned version with this weight must agree on the new one. A family that the draft no longer names
 * gives none.
 */
function draftWeight(share: number, pinned: StatedVersion, draft: StatedVersion): Numeric | null {
  const taken = Object.entries(pinned.familyWeights).filter(([, weight]) => exact(weight).eq(share))
  const renewed = taken.map(([family]) => draft.familyWeights[family] ?? 0)
  const [wanted] = renewed
  if (wanted === undefined || exact(wanted).eq(share) || renewed.some((weight) => !exact(weight).eq(wanted))) return null
  return wanted
}
