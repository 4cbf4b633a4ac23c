import { type Exact, exact, mean, type Numeric, sum } from '../../math.ts'
import type { MissingPolicy } from './result-rating.ts'

export type Aggregation = 'JUMLAH' | 'RASIO' | 'RATA' | 'TERAKHIR'
export type Frequency = 'TRIWULAN' | 'SEMESTER' | 'TAHUNAN'
export type MissingReason = 'SOURCE_UNAVAILABLE' | 'FORCE_MAJEURE' | 'NOT_YET_DUE' | 'NOT_SUBMITTED'

/** What was measured in one quarter, in the unit of the indicator: a value, or the reason for having none. */
export interface Measurement {
  /** 1–4. */
  readonly quarter: number
  readonly value: Numeric | null
  readonly numerator: Numeric | null
  readonly denominator: Numeric | null
  readonly missingReason: MissingReason | null
}

export interface AggregationRule {
  readonly aggregation: Aggregation
  readonly frequency: Frequency
  /** What a ratio is multiplied by, such as 100 for per cent. */
  readonly factor: Numeric
  /** Fewest cases, summed over the quarters, for a value to be fair; null when any number will do. */
  readonly minDenominator: Numeric | null
}

/** Which part of the year is judged. */
export interface Scope {
  /** All four quarters for the year, one for a periodic appraisal. */
  readonly quarters: readonly number[]
  /** Quarters that have not begun: nobody can have submitted them. */
  readonly notYetDue: readonly number[]
}

export type QuarterStatus = 'VALUE' | 'EXCLUDED' | 'NOT_SUBMITTED'

export interface Aggregate {
  /** USABLE, or why F1 gets no value. */
  readonly status: 'USABLE' | 'MISSING' | 'BELOW_MIN_DENOMINATOR' | 'INVALID_REALISATION'
  readonly missing: MissingPolicy | null
  /** Unrounded; also shown when the denominator is too small. */
  readonly realised: Exact | null
  readonly denominator: Exact | null
  /** What the agreed target of the year is multiplied by: below 1 where a sum misses quarters that nobody could deliver. */
  readonly targetScale: Exact
  readonly quartersUsed: readonly number[]
  readonly quartersExcluded: readonly number[]
  readonly quartersNotSubmitted: readonly number[]
}

const dueQuarters = { TRIWULAN: [1, 2, 3, 4], SEMESTER: [2, 4], TAHUNAN: [4] } as const satisfies Record<
  Frequency,
  readonly number[]
>

/** Reasons that the person could not help (F2 step 2, LOCAL list); NOT_SUBMITTED is not one of them. */
const excusing: ReadonlySet<MissingReason | null> = new Set(['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE'])

/** Status of a due quarter. A quarter without a measurement counts as not submitted, unless it has not begun. */
export function quarterStatus(measurement: Measurement | undefined, isNotYetDue: boolean): QuarterStatus {
  if (!measurement) return isNotYetDue ? 'EXCLUDED' : 'NOT_SUBMITTED'
  if (measurement.value !== null) return 'VALUE'
  return excusing.has(measurement.missingReason) ? 'EXCLUDED' : 'NOT_SUBMITTED'
}

/**
 * Brings the quarters of one series to one value (LOCAL law of the year end): quarters that are not due are ignored; JUMLAH adds, RATA takes the
 * mean, TERAKHIR the last, RASIO divides the summed numerators by the summed denominators and multiplies by the factor. Without any value the item is
 * ZERO when a due quarter was not submitted, else EXCLUDE; below the minimum denominator (domain B1) it is shown but excluded. Never throws.
 */
export function aggregate(rule: AggregationRule, measurements: readonly Measurement[], scope: Scope): Aggregate {
  const dueInYear = dueQuarters[rule.frequency]
  const due = dueInYear.filter((quarter) => scope.quarters.includes(quarter))
  const byQuarter = new Map(measurements.map((measurement) => [measurement.quarter, measurement]))
  const quarters = { VALUE: [] as number[], EXCLUDED: [] as number[], NOT_SUBMITTED: [] as number[] }
  for (const quarter of due) quarters[quarterStatus(byQuarter.get(quarter), scope.notYetDue.includes(quarter))].push(quarter)
  const shown = {
    quartersUsed: quarters.VALUE,
    quartersExcluded: quarters.EXCLUDED,
    quartersNotSubmitted: quarters.NOT_SUBMITTED,
    targetScale: rule.aggregation === 'JUMLAH' ? exact(due.length - quarters.EXCLUDED.length).div(dueInYear.length) : exact(1),
  }
  const used = quarters.VALUE.flatMap((quarter) => byQuarter.get(quarter) ?? [])
  if (used.length === 0) {
    const missing = quarters.NOT_SUBMITTED.length > 0 ? 'ZERO' : 'EXCLUDE'
    return { status: 'MISSING', missing, realised: null, denominator: null, ...shown, targetScale: exact(1) }
  }
  const denominator = sumOf(used, 'denominator')
  const realised = realisedBy(rule, used, denominator)
  if (realised === null) return { status: 'INVALID_REALISATION', missing: 'EXCLUDE', realised, denominator, ...shown }
  if (rule.minDenominator !== null && (denominator ?? exact(0)).lt(rule.minDenominator))
    return { status: 'BELOW_MIN_DENOMINATOR', missing: 'EXCLUDE', realised, denominator, ...shown }
  return { status: 'USABLE', missing: null, realised, denominator, ...shown }
}

/** Null where a ratio has nothing to divide by. */
function realisedBy(rule: AggregationRule, used: readonly Measurement[], denominator: Exact | null): Exact | null {
  const values = used.flatMap(({ value }) => value ?? [])
  switch (rule.aggregation) {
    case 'JUMLAH':
      return sum(values)
    case 'RATA':
      return mean(values)
    case 'TERAKHIR':
      return exact(values.at(-1) ?? 0)
    case 'RASIO': {
      const numerator = sumOf(used, 'numerator')
      if (numerator === null || denominator === null || denominator.lte(0)) return null
      // The factor comes first, so that a ratio that ends stays exact.
      return numerator.times(rule.factor).div(denominator)
    }
  }
}

/** Null when no measurement states one. */
function sumOf(measurements: readonly Measurement[], part: 'numerator' | 'denominator'): Exact | null {
  const stated = measurements.flatMap((measurement) => measurement[part] ?? [])
  return stated.length === 0 ? null : sum(stated)
}
