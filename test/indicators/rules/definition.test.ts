import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Prisma } from '../../../server/generated/prisma/client.ts'
import { contentHash, type Definition, differencesOf } from '../../../server/indicators/rules/definition.ts'
import { problemsOf } from '../../../server/indicators/rules/problems.ts'
import { type TargetInput, targetBounds, targetFault } from '../../../server/indicators/rules/target.ts'

const definition: Definition = {
  name: 'Layanan tepat waktu',
  aspect: 'WAKTU',
  unit: 'PERCENT',
  polarity: 'MAXIMIZE',
  aggregation: 'RASIO',
  factor: '100',
  frequency: 'TRIWULAN',
  attribution: 'INDIVIDUAL',
  formulaText: 'tepat waktu / semua × 100',
  numeratorText: 'tepat waktu',
  denominatorText: 'semua',
  exclusions: '',
  targetRule: 'FIXED',
  target: '85',
  targetMin: null,
  targetMax: null,
  tolerancePct: null,
  maxValue: '100',
  minDenominator: '20',
  levelLow: null,
  levelHigh: null,
  sourceSystem: 'Log aplikasi',
  sourceOwner: 'DPMPTSP',
  evidenceTypes: ['SYSTEM_FEED', 'OFFICIAL_DOCUMENT'],
  gamingRisks: '',
  counterIndicatorCode: null,
  lagDays: 7,
  baselinePeriod: null,
  caseMixVariables: ['poli', 'usia'],
  effectiveFrom: new Date('2025-01-01'),
  familyWeights: [
    { family: 'GURU', weight: '26', weightMin: null, weightMax: null },
    { family: 'KEPALA_SEKOLAH', weight: '20', weightMin: '10', weightMax: '30' },
  ],
}

const surroundings = { code: 'ADM-01', isCounterKnown: true, predecessorFrom: null }

describe('the content hash', () => {
  const hash = contentHash('ADM-01', 1, definition)

  test('is the same on every machine and in every year', () => {
    expect(hash).toBe('8dc80ededfac37e9ecddd75d842b135807f04ccec4e0b65e8e68524fad810c99')
  })

  test('does not depend on the order of keys, weights and sets', () => {
    const reversed = Object.fromEntries(Object.entries(definition).reverse()) as Definition
    const shuffled = {
      ...reversed,
      familyWeights: [...definition.familyWeights].reverse(),
      evidenceTypes: [...definition.evidenceTypes].reverse(),
      caseMixVariables: [...definition.caseMixVariables].reverse(),
    }
    expect(contentHash('ADM-01', 1, shuffled)).toBe(hash)
  })

  test('does not depend on how a number is written or held', () => {
    expect(
      contentHash('ADM-01', 1, { ...definition, target: '85.000000', factor: 100, maxValue: new Prisma.Decimal('100.00') }),
    ).toBe(hash)
  })

  test.each<[string, Partial<Definition>]>([
    ['a digit of the target', { target: '85.000001' }],
    ['a target that becomes a range', { target: null, targetMin: '85', targetMax: '85' }],
    ['a blank in the formula', { formulaText: 'tepat waktu / semua ×  100' }],
    ['a weight', { familyWeights: [definition.familyWeights[0]!, { ...definition.familyWeights[1]!, weight: '20.0001' }] }],
    ['the first day', { effectiveFrom: new Date('2025-01-02') }],
  ])('changes with %s', (_, change) => {
    expect(contentHash('ADM-01', 1, { ...definition, ...change })).not.toBe(hash)
  })

  test('changes with the code and the version', () => {
    expect(new Set([hash, contentHash('ADM-02', 1, definition), contentHash('ADM-01', 2, definition)]).size).toBe(3)
  })
})

describe('differences', () => {
  test('name each field that changed, as text to read', () => {
    const after: Definition = {
      ...definition,
      target: null,
      targetMin: '80',
      targetMax: 90,
      evidenceTypes: ['PHOTO'],
      familyWeights: [definition.familyWeights[1]!],
    }
    expect(differencesOf(definition, after)).toEqual([
      { field: 'evidenceTypes', before: 'OFFICIAL_DOCUMENT, SYSTEM_FEED', after: 'PHOTO' },
      { field: 'familyWeights', before: 'GURU=26, KEPALA_SEKOLAH=20 (10–30)', after: 'KEPALA_SEKOLAH=20 (10–30)' },
      { field: 'target', before: '85', after: null },
      { field: 'targetMax', before: null, after: '90' },
      { field: 'targetMin', before: null, after: '80' },
    ])
  })

  test('are none between numbers that mean the same', () => {
    expect(differencesOf(definition, { ...definition, target: '85.00' })).toEqual([])
  })
})

describe('the check of a target', () => {
  test.each<[string, TargetInput, ReturnType<typeof targetFault>]>([
    ['nothing', { polarity: 'MAXIMIZE' }, 'MISSING'],
    ['half a range', { polarity: 'RANGE', targetMin: 1 }, 'MISSING'],
    ['a range upside down', { polarity: 'RANGE', targetMin: 2, targetMax: 1 }, 'REVERSED'],
    ['a range for STABILIZE', { polarity: 'STABILIZE', targetMin: 1, targetMax: 2 }, 'NOT_SINGLE'],
    ['zero for MAXIMIZE', { polarity: 'MAXIMIZE', target: 0 }, 'NOT_POSITIVE'],
    ['zero for MINIMIZE', { polarity: 'MINIMIZE', target: 0 }, null],
    ['less than zero for MINIMIZE', { polarity: 'MINIMIZE', targetMin: -1, targetMax: 1 }, 'NEGATIVE'],
    ['a range from zero for MINIMIZE', { polarity: 'MINIMIZE', targetMin: 0, targetMax: '0.5' }, null],
    ['one target with a tolerance', { polarity: 'STABILIZE', target: 100, tolerancePct: 5 }, null],
  ])('%s', (_, input, fault) => {
    expect(targetFault(input)).toBe(fault)
  })

  test('agrees with F1: there are bounds exactly where there is no fault', () => {
    const number = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null })
    const polarity = fc.constantFrom('MAXIMIZE', 'MINIMIZE', 'STABILIZE', 'RANGE')
    fc.assert(
      fc.property(
        fc.record({ polarity, target: number, targetMin: number, targetMax: number, tolerancePct: number }),
        (input) => {
          expect(targetBounds(input) === null).toBe(targetFault(input) !== null)
        },
      ),
    )
  })
})

describe('problems of a definition', () => {
  const codes = (change: Partial<Definition>, around: Partial<Parameters<typeof problemsOf>[1]> = {}) =>
    problemsOf({ ...definition, ...change }, { ...surroundings, ...around }).map(({ code, field, isBlocking }) => [
      field,
      code,
      isBlocking,
    ])

  test('a complete one has none', () => {
    expect(codes({})).toEqual([])
  })

  test.each<[string, Partial<Definition>, readonly [field: string, code: string]]>([
    ['no source system', { sourceSystem: ' ' }, ['sourceSystem', 'REQUIRED']],
    ['no source owner', { sourceOwner: '' }, ['sourceOwner', 'REQUIRED']],
    ['no target under a rule that states one', { target: null }, ['target', 'TARGET_MISSING']],
    ['half a range', { target: null, targetMin: '1' }, ['targetMax', 'TARGET_MISSING']],
    ['a target and a range', { targetMin: '80', targetMax: '90' }, ['target', 'AMBIGUOUS_TARGET']],
    ['a target of zero for MAXIMIZE', { target: '0' }, ['target', 'TARGET_NOT_POSITIVE']],
    ['a tolerance without STABILIZE', { tolerancePct: '5' }, ['tolerancePct', 'STRAY_TOLERANCE']],
    ['a factor of zero', { factor: '0' }, ['factor', 'NOT_POSITIVE']],
    ['a largest value below the target', { maxValue: '84.999999' }, ['maxValue', 'BELOW_TARGET']],
    ['a denominator for a sum', { aggregation: 'JUMLAH' }, ['minDenominator', 'STRAY_DENOMINATOR']],
    ['one threshold alone', { levelLow: '80' }, ['levelHigh', 'REQUIRED']],
    ['thresholds upside down', { levelLow: '110', levelHigh: '90' }, ['levelHigh', 'LEVELS']],
    ['a threshold above the cap', { levelLow: '90', levelHigh: '120.01' }, ['levelHigh', 'LEVELS']],
    [
      'a weight of zero',
      { familyWeights: [{ family: 'GURU', weight: 0, weightMin: null, weightMax: null }] },
      ['familyWeights', 'WEIGHTS'],
    ],
    [
      'a weight outside its range',
      { familyWeights: [{ family: 'GURU', weight: 20, weightMin: 25, weightMax: 30 }] },
      ['familyWeights', 'WEIGHTS'],
    ],
    [
      'a family twice',
      { familyWeights: [definition.familyWeights[0]!, definition.familyWeights[0]!] },
      ['familyWeights', 'DUPLICATE'],
    ],
    ['itself as its counter-indicator', { counterIndicatorCode: 'ADM-01' }, ['counterIndicatorCode', 'OWN_COUNTER']],
  ])('%s blocks the submission', (_, change, [field, code]) => {
    expect(codes(change)).toContainEqual([field, code, true])
  })

  test('a first day before that of the version in force blocks; the same day does not', () => {
    expect(codes({}, { predecessorFrom: new Date('2025-01-02') })).toEqual([['effectiveFrom', 'BEFORE_PREDECESSOR', true]])
    expect(codes({}, { predecessorFrom: new Date('2025-01-01') })).toEqual([])
  })

  test('a rule that draws its targets from data needs no target', () => {
    expect(codes({ targetRule: 'PEER_PERCENTILE', target: null })).toEqual([])
  })

  test('the band of STABILIZE may pass the largest value, its target may not', () => {
    expect(codes({ polarity: 'STABILIZE', target: '98', tolerancePct: '5' })).toEqual([])
    expect(codes({ polarity: 'STABILIZE', target: '101', tolerancePct: '5' })).toEqual([['maxValue', 'BELOW_TARGET', true]])
  })

  test.each<[string, Partial<Definition>, readonly [field: string, code: string]]>([
    ['volume without a counter-indicator', { aspect: 'KUANTITAS' }, ['counterIndicatorCode', 'VOLUME_WITHOUT_COUNTER']],
    [
      'more than 30 per cent on an indicator of the unit',
      { attribution: 'UNIT', familyWeights: [{ family: 'GURU', weight: '30.0001', weightMin: null, weightMax: null }] },
      ['familyWeights', 'UNIT_SHARE_OVER_30'],
    ],
    ['a baseline without its period', { targetRule: 'BASELINE_PLUS_PCT' }, ['baselinePeriod', 'NO_BASELINE']],
    ['no formula', { formulaText: '' }, ['formulaText', 'NO_FORMULA']],
    ['a ratio without a denominator', { denominatorText: '' }, ['denominatorText', 'NO_DENOMINATOR']],
  ])('%s is a warning', (_, change, [field, code]) => {
    expect(codes(change)).toEqual([[field, code, false]])
  })

  test('an unknown counter-indicator is a warning', () => {
    expect(codes({ aspect: 'KUANTITAS', counterIndicatorCode: 'XXX-99' }, { isCounterKnown: false })).toEqual([
      ['counterIndicatorCode', 'UNKNOWN_COUNTER', false],
    ])
  })

  test('every problem has a sentence in both languages', () => {
    for (const { sentence } of problemsOf({ ...definition, target: null, factor: 0, sourceOwner: '' }, surroundings)) {
      expect(sentence.id).not.toBe(sentence.en)
    }
  })
})
