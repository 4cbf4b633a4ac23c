import { exact, type Numeric, roundHalfUp, sum } from '../../math.ts'
import { freezeInputs, thawInputs } from './frozen-inputs.ts'
import type { Level } from './indicator-achievement.ts'
import type { ItemDefinition, ItemInputs, ItemTarget } from './item.ts'
import type { Predikat } from './predikat.ts'
import { rescore, type StoredAppraisal, type StoredItem } from './rescore.ts'

/** What a version of an indicator states, as far as appraisals follow from it. */
export interface StatedVersion {
  readonly definition: ItemDefinition
  readonly target: ItemTarget
  /** Per cent of a plan, by position family. */
  readonly familyWeights: Readonly<Record<string, Numeric>>
}

/** A stored item; those of the indicator under trial carry `inputs`. */
export interface UsingItem extends StoredItem {
  /** The version that the plan pins. */
  readonly versionId: string
}

type UsingRhk = Omit<StoredAppraisal['rhks'][number], 'items'> & { readonly items: readonly UsingItem[] }

/** A stored appraisal that uses the indicator under trial. */
export interface UsingAppraisal extends Omit<StoredAppraisal, 'rhks'> {
  readonly employeeId: string
  /** Per cent, exact text. */
  readonly weightedScore: string | null
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

/**
 * Judges a stored appraisal again as if its plan had pinned the draft: F1, F2 and F4 from the frozen inputs, with the settings that it was
 * computed with; the rating perilaku stays. `versions` holds every version that its items may pin. Never throws on domain faults.
 */
export function tryDraft(appraisal: UsingAppraisal, draft: StatedVersion, versions: ReadonlyMap<string, StatedVersion>): Tried {
  let hasOwnTarget = false
  const rhks = appraisal.rhks.map((rhk) => {
    const items = rhk.items.map((item): UsingItem => {
      const pinned = versions.get(item.versionId)
      if (item.inputs === null || pinned === undefined) return item
      const inputs = thawInputs(item.inputs)
      hasOwnTarget ||= !followsCatalogue(inputs, pinned.target)
      return { ...item, inputs: freezeInputs(redefine(inputs, pinned, draft)) }
    })
    return reweigh({ ...rhk, items }, draft, versions)
  })
  const { items, result, predikat } = rescore({ ...appraisal, rhks }, (inputs) => inputs)
  const { employeeId, unitId, weightedScore, resultRating } = appraisal
  return {
    employeeId,
    unitId,
    before: {
      score: weightedScore === null ? null : Number(weightedScore),
      result: resultRating,
      predikat: appraisal.predikat,
    },
    after: { score: result?.weightedScore ?? null, result: result?.rating ?? null, predikat },
    isLevelChanged: items.some(({ before, result: { level } }) => before.level !== level),
    hasOwnTarget,
  }
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
function reweigh(rhk: UsingRhk, draft: StatedVersion, versions: ReadonlyMap<string, StatedVersion>): UsingRhk {
  let { weight, items } = rhk
  for (const [index, item] of rhk.items.entries()) {
    const pinned = versions.get(item.versionId)
    if (item.inputs === null || pinned === undefined || !isReweighed(pinned, draft)) continue
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
