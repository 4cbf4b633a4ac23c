import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementBand, intraclassCorrelation } from '../../../server/appraisals/rules/agreement.ts'
import { compareGroups, type GroupTally, hiddenTallies } from '../../../server/appraisals/rules/fairness.ts'

const group = (key: string, people: number, good: number): GroupTally => ({ key, people, good })

describe('groups beside each other', () => {
  test('leave out who could be named, and the next smallest where the total would tell', () => {
    expect(hiddenTallies([group('a', 4, 4), group('b', 30, 25), group('c', 60, 50)], 5)).toEqual(new Set(['a', 'b']))
    // Two of forty are not good: the share would tell of these two.
    expect(hiddenTallies([group('a', 40, 38), group('b', 60, 50), group('c', 90, 80)], 5)).toEqual(new Set(['a', 'b']))
    expect(hiddenTallies([group('a', 40, 40), group('b', 60, 0)], 5)).toEqual(new Set())
    expect(hiddenTallies([group('a', 1, 1), group('b', 2, 1)], 0)).toEqual(new Set())
  })

  test('never let the hidden ones be worked out from the total', () => {
    const tally = fc.nat({ max: 40 }).chain((people) => fc.record({ people: fc.constant(people), good: fc.nat({ max: people }) }))
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 6 }), (tallies) => {
        const groups = tallies.map((one, index) => ({ key: `${index}`, ...one }))
        const hidden = groups.filter(({ key }) => hiddenTallies(groups, 5).has(key))
        const total = (of: (one: GroupTally) => number) => hidden.reduce((sum, one) => sum + of(one), 0)
        const everybody = hidden.length === groups.filter(({ people }) => people > 0).length
        const parts = [total(({ people }) => people), total(({ good }) => good), total(({ people, good }) => people - good)]
        expect(hidden.length === 0 || everybody || (hidden.length > 1 && parts.every((part) => part === 0 || part >= 5))).toBe(
          true,
        )
      }),
      { numRuns: 100 },
    )
  })

  test('draw small groups towards the common level (F12, case H13)', () => {
    const shares = compareGroups([group('a', 20, 18), group('b', 60, 45), group('c', 14, 7), group('d', 200, 160)], 0)
    expect(shares.map(({ sharePct, shrunkPct }) => [sharePct, shrunkPct])).toEqual([
      [90, 82.25],
      [75, 75.25],
      [50, 66.41],
      [80, 79.55],
    ])
    expect(shares[0]?.differencePct).toBe(6.39)
    expect(compareGroups([], 5)).toEqual([])
  })
})

describe('agreement of several raters', () => {
  test('is whole when they say the same, and none when they differ as much within as between', () => {
    // Three people, two raters each: 1 1, 2 2, 3 3.
    expect(intraclassCorrelation({ targets: 3, ratings: 6, squaredSizes: 12, between: 4, within: 0 })).toBe(1)
    // Shrout and Fleiss (1979): six targets, four judges, ICC(1,1) = 0.17.
    expect(intraclassCorrelation({ targets: 6, ratings: 24, squaredSizes: 96, between: 56.2083, within: 112.75 })).toBe(0.1657)
    expect(intraclassCorrelation({ targets: 1, ratings: 4, squaredSizes: 16, between: 0, within: 2 })).toBeNull()
    expect(intraclassCorrelation({ targets: 3, ratings: 3, squaredSizes: 3, between: 2, within: 0 })).toBeNull()
  })

  test.each([
    [0.3999, 'WEAK'],
    [0.4, 'FAIR'],
    [0.6, 'GOOD'],
    [0.8, 'GOOD'],
    [0.8001, 'VERY_GOOD'],
  ])('%d is %s', (value, band) => {
    expect(agreementBand(value)).toBe(band)
  })
})
