import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Aggregation,
  type AggregationRule,
  aggregate,
  type Frequency,
  type Measurement,
  type MissingReason,
  type Scope,
} from '../../server/appraisals/rules/aggregation.ts'
import { freezeInputs, thawInputs } from '../../server/appraisals/rules/frozen-inputs.ts'
import { type ItemInputs, measureItem } from '../../server/appraisals/rules/item.ts'
import { defaultAppraisalSettings } from '../../server/appraisals/rules/settings.ts'

const year: Scope = { quarters: [1, 2, 3, 4], notYetDue: [] }

const rule = (aggregation: Aggregation, changes: Partial<AggregationRule> = {}): AggregationRule => ({
  aggregation,
  frequency: 'TRIWULAN',
  factor: '1',
  minDenominator: null,
  ...changes,
})

const value = (quarter: number, number: string, denominator: string | null = null): Measurement => ({
  quarter,
  value: number,
  numerator: null,
  denominator,
  missingReason: null,
})
const ratio = (quarter: number, numerator: string, denominator: string): Measurement => ({
  quarter,
  value: '0',
  numerator,
  denominator,
  missingReason: null,
})
const blank = (quarter: number, missingReason: MissingReason): Measurement => ({
  quarter,
  value: null,
  numerator: null,
  denominator: null,
  missingReason,
})

function shown(of: AggregationRule, measurements: readonly Measurement[], scope: Scope = year) {
  const { realised, denominator, targetScale, ...rest } = aggregate(of, measurements, scope)
  return {
    ...rest,
    realised: realised?.toNumber() ?? null,
    denominator: denominator?.toNumber() ?? null,
    targetScale: targetScale.toNumber(),
  }
}

describe('bringing the quarters to one value', () => {
  it.each([
    ['JUMLAH', [value(1, '1.5'), value(2, '2'), value(3, '3'), value(4, '4')], 10.5],
    ['RATA', [value(1, '1'), value(2, '2'), value(3, '3'), value(4, '5')], 2.75],
    ['RATA', [value(1, '1'), value(2, '2')], 1.5],
    ['TERAKHIR', [value(3, '7'), value(1, '9')], 7],
    ['RASIO', [ratio(1, '1', '4'), ratio(2, '2', '4')], 37.5],
  ] as const)('%s of the quarters with a value', (aggregation, measurements, expected) => {
    expect(shown(rule(aggregation, { factor: '100' }), measurements).realised).toBe(expected)
  })

  it('leaves the other quarters out of a sum of ratios exactly: a third three times is one', () => {
    expect(aggregate(rule('RASIO', { factor: '3' }), [ratio(1, '1', '3')], year).realised?.toFixed()).toBe('1')
  })

  it.each([
    ['TRIWULAN', [1, 2, 3, 4]],
    ['SEMESTER', [2, 4]],
    ['TAHUNAN', [4]],
  ] as const)('%s is due in the quarters %j; the others are ignored', (frequency: Frequency, due) => {
    const all = [1, 2, 3, 4].map((quarter) => value(quarter, '1'))
    expect(shown(rule('JUMLAH', { frequency }), all)).toMatchObject({ realised: due.length, quartersUsed: due, targetScale: 1 })
    expect(shown(rule('JUMLAH', { frequency }), [])).toMatchObject({
      quartersNotSubmitted: due,
      status: 'MISSING',
      missing: 'ZERO',
    })
  })

  it.each([
    [['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE', 'SOURCE_UNAVAILABLE'], 'EXCLUDE'],
    [['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_SUBMITTED', 'NOT_YET_DUE'], 'ZERO'],
    [['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE'], 'ZERO'],
  ] as const)('no value at all, with the reasons %j, is %s', (reasons, missing) => {
    const blanks = reasons.map((reason, index) => blank(index + 1, reason))
    expect(shown(rule('RATA'), blanks)).toMatchObject({ status: 'MISSING', missing, realised: null, targetScale: 1 })
  })

  it('scales the target of a sum for quarters that nobody could deliver, not for those that nobody submitted', () => {
    const measured = [value(1, '5'), blank(2, 'FORCE_MAJEURE'), value(3, '5')]
    expect(shown(rule('JUMLAH'), measured)).toMatchObject({
      realised: 10,
      targetScale: 0.75,
      quartersExcluded: [2],
      quartersNotSubmitted: [4],
    })
    expect(shown(rule('RATA'), measured)).toMatchObject({ realised: 5, targetScale: 1 })
  })

  it('shows but excludes a value on too few cases', () => {
    const few = rule('TERAKHIR', { minDenominator: '20' })
    expect(shown(few, [value(3, '8', '9'), value(4, '9', '10')])).toMatchObject({
      status: 'BELOW_MIN_DENOMINATOR',
      missing: 'EXCLUDE',
      realised: 9,
      denominator: 19,
    })
    expect(shown(few, [value(3, '8', '10'), value(4, '9', '10')])).toMatchObject({ status: 'USABLE', missing: null })
    expect(shown(few, [value(4, '9')])).toMatchObject({ status: 'BELOW_MIN_DENOMINATOR' })
  })

  it('counts a quarter that has not begun as not yet due', () => {
    const scope = { quarters: [1, 2, 3, 4], notYetDue: [3, 4] }
    expect(shown(rule('JUMLAH'), [value(1, '5')], scope)).toMatchObject({
      quartersUsed: [1],
      quartersNotSubmitted: [2],
      quartersExcluded: [3, 4],
      targetScale: 0.5,
    })
    expect(shown(rule('RATA', { frequency: 'TAHUNAN' }), [], scope)).toMatchObject({ missing: 'EXCLUDE' })
  })

  it('judges one quarter alone, with its part of a yearly sum', () => {
    const scope = { quarters: [2], notYetDue: [] }
    expect(shown(rule('JUMLAH'), [value(1, '9'), value(2, '5')], scope)).toMatchObject({
      realised: 5,
      targetScale: 0.25,
      quartersUsed: [2],
    })
    expect(shown(rule('JUMLAH', { frequency: 'TAHUNAN' }), [value(4, '5')], scope)).toMatchObject({
      status: 'MISSING',
      missing: 'EXCLUDE',
    })
  })

  it('has no ratio over nothing', () => {
    expect(shown(rule('RASIO'), [ratio(1, '0', '0')])).toMatchObject({
      status: 'INVALID_REALISATION',
      missing: 'EXCLUDE',
      realised: null,
    })
  })

  it('does not depend on the order of the measurements', () => {
    const measurement = fc.record({
      value: fc.option(fc.integer({ min: 0, max: 999 }).map(String)),
      denominator: fc.integer({ min: 1, max: 99 }).map(String),
    })
    fc.assert(
      fc.property(
        fc.array(measurement, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('JUMLAH', 'RATA', 'RASIO', 'TERAKHIR'),
        (drawn, aggregation: Aggregation) => {
          const all = drawn.map((one, index) => ({
            ...one,
            quarter: index + 1,
            numerator: one.value,
            missingReason: one.value === null ? ('NOT_SUBMITTED' as const) : null,
          }))
          expect(shown(rule(aggregation), [...all].reverse())).toEqual(shown(rule(aggregation), all))
        },
      ),
    )
  })
})

describe('one indicator of a plan', () => {
  const inputs: ItemInputs = {
    ...rule('JUMLAH'),
    ...year,
    polarity: 'MAXIMIZE',
    maxValue: null,
    levelLow: null,
    levelHigh: null,
    target: '40',
    targetMin: null,
    targetMax: null,
    tolerancePct: null,
    measurements: [
      { ...value(1, '11'), id: 'a', measuredOn: '2025-03-31' },
      { ...blank(2, 'FORCE_MAJEURE'), id: 'b', measuredOn: '2025-07-01' },
    ],
  }

  it('is measured against the scaled target, with the newest day of what was used', () => {
    const { pct, level, targetMin, targetMax, latestMeasuredOn } = measureItem(inputs, defaultAppraisalSettings)
    expect([pct, level, targetMin?.toNumber(), targetMax?.toNumber(), latestMeasuredOn]).toEqual([
      36.67,
      'DI_BAWAH',
      30,
      30,
      '2025-03-31',
    ])
  })

  it('has its own thresholds where the indicator states them', () => {
    expect(measureItem({ ...inputs, levelLow: '30', levelHigh: '36' }, defaultAppraisalSettings).level).toBe('DI_ATAS')
    expect(measureItem({ ...inputs, levelLow: '30' }, defaultAppraisalSettings).level).toBe('SESUAI')
  })

  it('excludes a target that F1 refuses, and never counts it as 0', () => {
    expect(measureItem({ ...inputs, target: '0' }, defaultAppraisalSettings)).toMatchObject({
      status: 'INVALID_TARGET',
      missing: 'EXCLUDE',
      pct: null,
      level: null,
    })
  })

  it('comes back whole from what is stored of its inputs', () => {
    expect(thawInputs(JSON.parse(JSON.stringify(freezeInputs(inputs))))).toEqual(inputs)
  })
})
