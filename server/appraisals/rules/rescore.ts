import type { Numeric } from '../../math.ts'
import { exact } from '../../math.ts'
import { type FrozenInputs, thawInputs } from './frozen-inputs.ts'
import type { Level } from './indicator-achievement.ts'
import { type DatedMeasurement, type ItemInputs, type ItemResult, measureItem } from './item.ts'
import { isAppraised, judgePredikat, judgeResults, type NoPredikatReason, type RhkJudgement } from './judgement.ts'
import type { Predikat } from './predikat.ts'
import type { MissingPolicy, ResultKind, ResultRating } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'

/** One item as it is stored; `inputs` only where it is to be computed again. Decimals are exact text. */
export interface StoredItem {
  readonly id: string
  readonly weight: string
  readonly pct: string | null
  readonly missing: MissingPolicy | null
  readonly level: Level | null
  readonly status: string
  readonly latestMeasuredOn: string | null
  readonly inputs: FrozenInputs | null
}

/** A computed appraisal as it is stored, as far as results and predikat follow from it. */
export interface StoredAppraisal {
  readonly id: string
  readonly periodId: string
  readonly unitId: string
  readonly legalStanding: string
  readonly settings: AppraisalSettings
  readonly resultRating: Level | null
  readonly behaviourRating: Level | null
  readonly predikat: Predikat | null
  readonly noPredikatReason: NoPredikatReason | null
  readonly rhks: readonly {
    readonly id: string
    readonly kind: ResultKind
    readonly weight: string
    readonly items: readonly StoredItem[]
  }[]
}

export interface RescoredItem {
  readonly before: StoredItem
  readonly inputs: ItemInputs
  readonly result: ItemResult
}

export interface Rescored {
  readonly before: StoredAppraisal
  /** F2 anew; null for those who are not appraised. */
  readonly result: ResultRating | null
  readonly rhks: readonly (RhkJudgement & { readonly id: string })[]
  readonly items: readonly RescoredItem[]
  readonly predikat: Predikat | null
  readonly noPredikatReason: NoPredikatReason | null
}

/**
 * Computes some items of a stored appraisal again from changed inputs, and what follows from them (F2, F4) with the settings that the
 * appraisal was computed with. Items that `change` leaves alone keep their stored achievement.
 */
export function rescore(before: StoredAppraisal, change: (inputs: ItemInputs) => ItemInputs): Rescored {
  const items: RescoredItem[] = []
  const plan = before.rhks.map(({ kind, weight, items: stored }) => ({
    kind,
    weight,
    items: stored.map((item): { weight: Numeric; pct: Numeric | null; missing: MissingPolicy | null } => {
      if (item.inputs === null) return item
      const inputs = change(thawInputs(item.inputs))
      const result = measureItem(inputs, before.settings)
      items.push({ before: item, inputs, result })
      return { weight: item.weight, pct: result.pct, missing: result.missing }
    }),
  }))
  const judged = judgeResults(plan, before.settings)
  const result = isAppraised(before.legalStanding) ? judged.rating : null
  return {
    before,
    result,
    rhks: before.rhks.flatMap(({ id }, index) => (judged.rhks[index] ? [{ id, ...judged.rhks[index] }] : [])),
    items,
    ...judgePredikat({ legalStanding: before.legalStanding, result, behaviour: before.behaviourRating }),
  }
}

/** The inputs with this measurement in place of the one of its quarter. */
export function withMeasurement(measurement: DatedMeasurement): (inputs: ItemInputs) => ItemInputs {
  return (inputs) => {
    const others = inputs.measurements.filter(({ quarter }) => quarter !== measurement.quarter)
    return { ...inputs, measurements: [...others, measurement].sort((a, b) => a.quarter - b.quarter) }
  }
}

export interface CountShift {
  readonly period_id: string
  readonly unit_id: string
  readonly dimension: 'PREDIKAT' | 'REASON' | 'RESULT'
  readonly key: string
  readonly shift: number
}

/** How the counts of a unit change when one appraisal does. */
export function countShifts({ before, result, predikat, noPredikatReason }: Rescored): CountShift[] {
  const at = { period_id: before.periodId, unit_id: before.unitId }
  const moved = (dimension: CountShift['dimension'], from: string | null, to: string | null): CountShift[] => {
    if (from === to) return []
    return [
      ...(from ? [{ ...at, dimension, key: from, shift: -1 }] : []),
      ...(to ? [{ ...at, dimension, key: to, shift: 1 }] : []),
    ]
  }
  return [
    ...moved('PREDIKAT', before.predikat, predikat),
    ...moved('REASON', before.noPredikatReason, noPredikatReason),
    ...moved('RESULT', before.resultRating, result?.rating ?? null),
  ]
}

export interface SumShift {
  readonly period_id: string
  readonly unit_id: string
  readonly measured: number
  readonly sum_pct: string
  readonly above: number
  readonly below: number
  readonly latest: string | null
}

/** How the sums of an indicator change in a unit when one appraisal does. */
export function sumShifts({ before, items }: Rescored): SumShift[] {
  const flag = (is: boolean) => (is ? 1 : 0)
  return items.map(({ before: stored, result }) => ({
    period_id: before.periodId,
    unit_id: before.unitId,
    measured: flag(result.status === 'OK') - flag(stored.status === 'OK'),
    sum_pct: exact(result.pct ?? 0)
      .minus(stored.pct ?? 0)
      .toFixed(),
    above: flag(result.level === 'DI_ATAS') - flag(stored.level === 'DI_ATAS'),
    below: flag(result.level === 'DI_BAWAH') - flag(stored.level === 'DI_BAWAH'),
    latest: result.latestMeasuredOn,
  }))
}

/** True when a newer day no longer counts for an item, so that a kept maximum would be too new. */
export function isLatestLowered({ items }: Rescored): boolean {
  return items.some(
    ({ before, result }) => before.latestMeasuredOn !== null && (result.latestMeasuredOn ?? '') < before.latestMeasuredOn,
  )
}
