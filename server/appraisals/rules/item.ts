import { type Exact, exact, type Numeric } from '../../math.ts'
import { type AggregationRule, aggregate, type Measurement, type Scope } from './aggregation.ts'
import { indicatorAchievement, type Level, levelOf, type Polarity } from './indicator-achievement.ts'
import type { MissingPolicy } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'

export type ItemStatus = 'OK' | 'MISSING' | 'BELOW_MIN_DENOMINATOR' | 'INVALID_TARGET' | 'INVALID_REALISATION'

/** The parts of a published indicator version that the computation reads. */
export interface ItemDefinition extends AggregationRule {
  readonly polarity: Polarity
  /** Largest possible value of the indicator. */
  readonly maxValue: Numeric | null
  /** LOCAL thresholds (per cent) of this indicator; null means those of the settings. */
  readonly levelLow: Numeric | null
  readonly levelHigh: Numeric | null
}

/** What was agreed for the year: one target, or a range. */
export interface ItemTarget {
  readonly target: Numeric | null
  readonly targetMin: Numeric | null
  readonly targetMax: Numeric | null
  readonly tolerancePct: Numeric | null
}

/** A measurement with what an explanation shows of it beside its numbers. */
export interface DatedMeasurement extends Measurement {
  /** Id of the realisation. */
  readonly id: string
  /** ISO date. */
  readonly measuredOn: string
}

/** Everything that the result of one IKI follows from; stored with the result, so that it can be computed again. */
export interface ItemInputs extends ItemDefinition, ItemTarget, Scope {
  readonly measurements: readonly DatedMeasurement[]
}

export interface ItemResult {
  readonly status: ItemStatus
  readonly missing: MissingPolicy | null
  /** Per cent, 2 decimals half-up; null unless the status is OK. */
  readonly pct: number | null
  readonly level: Level | null
  /** Unrounded. */
  readonly realised: Exact | null
  readonly denominator: Exact | null
  /** The target as it was applied: scaled for quarters that could not be delivered. Both ends are equal for a single target. */
  readonly targetMin: Exact | null
  readonly targetMax: Exact | null
  readonly tolerancePct: Exact | null
  readonly quartersUsed: readonly number[]
  readonly quartersExcluded: readonly number[]
  readonly quartersNotSubmitted: readonly number[]
  /** Newest day (ISO date) of the measurements in the quarters used. */
  readonly latestMeasuredOn: string | null
}

/** One IKI: aggregation of its quarters, then F1 against the scaled target, then its level. A target or value that F1 refuses is excluded, never 0. */
export function measureItem(inputs: ItemInputs, settings: AppraisalSettings): ItemResult {
  const aggregated = aggregate(inputs, inputs.measurements, inputs)
  const { realised, denominator, targetScale, quartersUsed, quartersExcluded, quartersNotSubmitted } = aggregated
  const scaled = (value: Numeric | null) => (value === null ? null : exact(value).times(targetScale))
  const target = scaled(inputs.target)
  const targetMin = target ?? scaled(inputs.targetMin)
  const targetMax = target ?? scaled(inputs.targetMax)
  const tolerancePct = inputs.tolerancePct === null ? null : exact(inputs.tolerancePct)
  const shown = {
    realised,
    denominator,
    targetMin,
    targetMax,
    tolerancePct,
    quartersUsed,
    quartersExcluded,
    quartersNotSubmitted,
    latestMeasuredOn: latestOf(inputs.measurements, quartersUsed),
  }
  if (aggregated.status !== 'USABLE')
    return { status: aggregated.status, missing: aggregated.missing, pct: null, level: null, ...shown }
  const { polarity, maxValue } = inputs
  const { status, pct } = indicatorAchievement(
    { polarity, target, targetMin, targetMax, tolerancePct, realisation: realised, naturalMaximum: maxValue },
    settings,
  )
  if (pct === null) return { status, missing: 'EXCLUDE', pct, level: null, ...shown }
  return { status, missing: null, pct, level: levelOf(pct, thresholdsOf(inputs, settings)), ...shown }
}

/** The settings with the thresholds of the indicator in place of the general ones. */
export function thresholdsOf(
  { levelLow, levelHigh }: Pick<ItemDefinition, 'levelLow' | 'levelHigh'>,
  settings: AppraisalSettings,
): AppraisalSettings {
  if (levelLow === null && levelHigh === null) return settings
  return {
    ...settings,
    levelLow: levelLow === null ? settings.levelLow : exact(levelLow).toNumber(),
    levelHigh: levelHigh === null ? settings.levelHigh : exact(levelHigh).toNumber(),
  }
}

function latestOf(measurements: readonly DatedMeasurement[], used: readonly number[]): string | null {
  let latest: string | null = null
  for (const { quarter, measuredOn } of measurements) {
    if (used.includes(quarter) && (latest === null || measuredOn > latest)) latest = measuredOn
  }
  return latest
}
