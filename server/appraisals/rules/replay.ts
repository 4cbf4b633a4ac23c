import { exact, type Numeric } from '../../math.ts'
import type { OrgPredikat } from './distribution.ts'
import { type FrozenInputs, thawInputs } from './frozen-inputs.ts'
import type { Level } from './indicator-achievement.ts'
import { measureItem } from './item.ts'
import { type JudgedValue, judgeBehaviour, judgeResults, type ValueRatings } from './judgement.ts'
import { resultFromOrgPredikat } from './org-predikat.ts'
import { type AnnualPredikat, yearOf } from './parts.ts'
import { type Predikat, predikatOf } from './predikat.ts'
import type { ResultKind } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'

/** A final appraisal as it is stored, with the inputs that it was judged on. Decimals are exact text. */
export interface StoredFinal {
  readonly settings: AppraisalSettings
  readonly isMisconduct: boolean
  readonly resultStatus: string | null
  readonly shareAbove: string | null
  readonly shareBelow: string | null
  readonly weightedScore: string | null
  readonly excludedWeightPct: string | null
  readonly suggestedResult: Level | null
  readonly suggestedBehaviour: Level | null
  readonly suggestedPredikat: Predikat | null
  readonly orgPredikat: OrgPredikat | null
  readonly resultRating: Level | null
  readonly behaviourRating: Level | null
  readonly predikat: Predikat | null
  /** False where the result was never rated here, such as an imported one: then the rating is the suggestion. */
  readonly isRated: boolean
  readonly values: readonly JudgedValue[] | null
  readonly rhks: readonly {
    readonly number: number
    readonly kind: ResultKind
    readonly weight: string
    readonly achievementPct: string | null
    readonly level: Level | null
    readonly items: readonly {
      readonly number: number
      readonly weight: string
      readonly achievementPct: string | null
      readonly level: Level | null
      readonly inputs: FrozenInputs
    }[]
  }[]
  readonly parts: readonly {
    readonly startsOn: string
    readonly endsOn: string
    readonly months: string
    readonly result: Level | null
    readonly behaviour: Level | null
  }[]
  readonly annualPredikat: AnnualPredikat
}

/** A stored figure that the stored inputs no longer give. */
export interface Difference {
  /** Such as `rhk 1 iki 2 achievementPct`. */
  readonly field: string
  readonly stored: string | null
  readonly computed: string | null
}

/**
 * Computes a final appraisal again from what it stored (F1, F2, F3a, F3b, F4, F23), under the settings that it was judged with, and names each figure
 * that comes out differently: none, as long as nobody touched the rows and the rules are those of its version.
 */
export function replay(stored: StoredFinal): Difference[] {
  const differences: Difference[] = []
  const compare = (field: string, kept: Numeric | null, computed: Numeric | null): void => {
    const [one, other] = [textOf(kept), textOf(computed)]
    if (one !== other) differences.push({ field, stored: one, computed: other })
  }
  const { settings } = stored
  const measured = stored.rhks.map(({ number, kind, weight, items }) => ({
    kind,
    weight,
    items: items.map((item) => {
      const result = measureItem(thawInputs(item.inputs), settings)
      compare(`rhk ${number} iki ${item.number} achievementPct`, item.achievementPct, result.pct)
      compare(`rhk ${number} iki ${item.number} level`, item.level, result.level)
      return { weight: item.weight, pct: result.pct, missing: result.missing }
    }),
  }))
  const { rating, rhks } = judgeResults(measured, settings)
  for (const [index, { number, achievementPct, level }] of stored.rhks.entries()) {
    compare(`rhk ${number} achievementPct`, achievementPct, rhks[index]?.pct ?? null)
    compare(`rhk ${number} level`, level, rhks[index]?.level ?? null)
  }
  const isJudged = stored.resultStatus !== null
  if (isJudged) {
    compare('resultStatus', stored.resultStatus, rating.status)
    compare('shareAbove', stored.shareAbove, rating.shareAbove)
    compare('shareBelow', stored.shareBelow, rating.shareBelow)
    compare('weightedScore', stored.weightedScore, rating.weightedScore)
    compare('excludedWeightPct', stored.excludedWeightPct, rating.excludedWeightPct)
  }
  const computed = isJudged ? rating.rating : null
  const result = stored.orgPredikat === null ? computed : resultFromOrgPredikat(stored.orgPredikat)
  const behaviour = behaviourOf(stored)
  compare('suggestedResult', stored.isRated ? stored.suggestedResult : stored.resultRating, result)
  compare('suggestedBehaviour', stored.isRated ? stored.suggestedBehaviour : stored.behaviourRating, behaviour)
  compare('predikat', stored.predikat, predikatFrom(stored))
  return differences
}

function behaviourOf({ values, isMisconduct, settings }: StoredFinal): Level | null {
  if (values === null) return null
  const ratings = Object.fromEntries(values.map(({ value, groups }): [string, ValueRatings] => [value, groups]))
  return judgeBehaviour(ratings as Record<JudgedValue['value'], ValueRatings>, isMisconduct, settings).rating?.rating ?? null
}

/** The predikat that follows from the ratings: by the table, or of a divided year from its parts. */
function predikatFrom({ resultRating, behaviourRating, parts, annualPredikat, isMisconduct }: StoredFinal): Predikat | null {
  const rated = parts.flatMap(({ result, behaviour, months, startsOn, endsOn }) =>
    result !== null && behaviour !== null ? [{ result, behaviour, months: Number(months), startsOn, endsOn }] : [],
  )
  if (rated.length > 0 && rated.length === parts.length) return yearOf(rated, annualPredikat, isMisconduct).predikat
  return resultRating !== null && behaviourRating !== null ? predikatOf(resultRating, behaviourRating) : null
}

/** Numbers without superfluous zeros, words as they are. */
function textOf(value: Numeric | null): string | null {
  if (value === null) return null
  return /^-?\d+(\.\d+)?$/.test(String(value)) ? exact(value).toFixed() : String(value)
}
