import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimOf } from '../../../server/impact/rules/claim.ts'
import { overclaims } from '../../../server/impact/rules/claim-words.ts'
import { holmAdjust } from '../../../server/impact/rules/holm.ts'
import { type Candidate, matchControls } from '../../../server/impact/rules/matching.ts'
import { compareOutcomes, type Reading } from '../../../server/impact/rules/outcome.ts'
import { permutationTest } from '../../../server/impact/rules/permutation.ts'
import { preTrend, slopeOf } from '../../../server/impact/rules/pre-trend.ts'
import { welch } from '../../../server/impact/rules/welch.ts'

const numbers = (least: number, most: number) =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: least, maxLength: most })

describe('the trend before the training', () => {
  it('is the least-squares slope, also with months left out', () => {
    const at = (...values: number[]) => values.map((value, index) => ({ at: index * 2, value }))
    expect(slopeOf(at(1, 3, 5, 7))?.toNumber()).toBe(1)
    expect(slopeOf(at(2, 2, 5))?.toNumber()).toBe(0.75)
    expect(slopeOf(at(2, 5))).toBeNull()
    expect(
      slopeOf([
        { at: 1, value: 1 },
        { at: 1, value: 2 },
        { at: 1, value: 3 },
      ]),
    ).toBeNull()
  })

  it('leaves residuals that no other line makes smaller', () => {
    fc.assert(
      fc.property(numbers(3, 8), fc.double({ min: -3, max: 3, noNaN: true }), (values, other) => {
        const slope = slopeOf(values.map((value, at) => ({ at, value })))?.toNumber() ?? Number.NaN
        const [meanAt, meanValue] = [(values.length - 1) / 2, values.reduce((all, one) => all + one, 0) / values.length]
        const residual = (tilt: number) =>
          values.reduce((all, value, at) => all + (value - meanValue - tilt * (at - meanAt)) ** 2, 0)
        expect(residual(slope)).toBeLessThanOrEqual(residual(other) + 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('is parallel when the interval of the difference includes zero, and untested below two units', () => {
    expect(preTrend([1, 1.2, 0.9], [1.1, 0.95, 1])?.passed).toBe(true)
    expect(preTrend([3, 3.1, 2.9], [1, 1.1, 0.9])).toMatchObject({ effect: 2, passed: false })
    expect(preTrend([1], [1, 2])).toBeNull()
  })
})

describe('the permutation test', () => {
  it('counts every split of a small case', () => {
    // Of the 20 splits of 1…6 into threes only {4,5,6} and {1,2,3} differ by 3.
    expect(permutationTest([4, 5, 6], [1, 2, 3])).toEqual({ p: 0.1, splits: 20, isExhaustive: true })
    expect(permutationTest([1, 1], [1, 1])).toEqual({ p: 1, splits: 6, isExhaustive: true })
    expect(permutationTest([], [1])).toBeNull()
  })

  it('agrees with splits written as bit masks', () => {
    fc.assert(
      fc.property(numbers(1, 5), numbers(1, 5), (treated, control) => {
        const values = [...treated, ...control]
        const difference = (mask: number) => {
          const [first, second] = [
            values.filter((_v, index) => mask & (1 << index)),
            values.filter((_v, index) => !(mask & (1 << index))),
          ]
          const mean = (list: number[]) => list.reduce((all, one) => all + one, 0) / list.length
          return first.length === treated.length ? Math.abs(mean(first) - mean(second)) : null
        }
        const all = Array.from({ length: 2 ** values.length }, (_v, mask) => difference(mask)).filter((one) => one !== null)
        const observed = difference(2 ** treated.length - 1) ?? 0
        const extreme = all.filter((one) => one >= observed - 1e-9).length
        expect(permutationTest(treated, control)?.p).toBeCloseTo(extreme / all.length, 10)
      }),
      { numRuns: 40 },
    )
  })

  it('draws from a seed where there are too many splits: the same answer each time, near that of Welch', () => {
    const treated = Array.from({ length: 12 }, (_v, index) => index + 3)
    const control = Array.from({ length: 12 }, (_v, index) => index)
    const first = permutationTest(treated, control, 7)
    expect(first).toEqual(permutationTest(treated, control, 7))
    expect(first).toMatchObject({ splits: 9_999, isExhaustive: false })
    expect(first?.p).toBeCloseTo(welch(treated, control).p ?? 0, 1)
  })
})

describe("Holm's correction", () => {
  it('answers the textbook case', () => {
    expect(holmAdjust([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(4)))).toEqual([0.03, 0.06, 0.06, 0.02])
    expect(holmAdjust([])).toEqual([])
  })

  it('never lowers a p value, keeps their order, and is never harsher than Bonferroni', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(list, (p) => {
        const adjusted = holmAdjust(p)
        p.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value)
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, value * p.length))
          p.forEach((other, j) => {
            if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0)
          })
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('matching', () => {
  const candidate = (id: string, baseline: number, peerGroup = 'a', tenureYears: number | null = null): Candidate => ({
    id,
    baseline,
    peerGroup,
    tenureYears,
  })

  it('takes the nearest of the same peer group within the caliper, each once', () => {
    const treated = [candidate('t1', 50), candidate('t2', 51), candidate('t3', 90)]
    const pool = [candidate('c1', 50.5), candidate('c2', 50), candidate('c3', 90, 'b'), candidate('c4', 10)]
    expect(matchControls(treated, pool)).toMatchObject({
      pairs: [
        { treatedId: 't1', controlId: 'c2' },
        { treatedId: 't2', controlId: 'c1' },
      ],
      unmatchedIds: ['t3'],
    })
    expect(matchControls([candidate('t', 50, 'a', 3)], [candidate('c', 50, 'a', 9), candidate('d', 60, 'a', 3)]).pairs).toEqual(
      [],
    )
  })

  it('does not depend on the order, and pairs only those who are comparable', () => {
    const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom('a', 'b')), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(people, people, (t, c) => {
        const treated = t.map(([baseline, group], index) => candidate(`t${index}`, baseline, group))
        const pool = c.map(([baseline, group], index) => candidate(`c${index}`, baseline, group))
        const matching = matchControls(treated, pool)
        expect(matchControls(treated.toReversed(), pool.toReversed())).toEqual(matching)
        expect(new Set(matching.pairs.map(({ controlId }) => controlId)).size).toBe(matching.pairs.length)
        for (const { treatedId, controlId } of matching.pairs) {
          const [one, other] = [treated.find(({ id }) => id === treatedId), pool.find(({ id }) => id === controlId)]
          expect(one?.peerGroup).toBe(other?.peerGroup)
          expect(Math.abs((one?.baseline ?? 0) - (other?.baseline ?? 0))).toBeLessThanOrEqual(matching.caliper)
        }
      }),
      { numRuns: 50 },
    )
  })
})

const shown = { ciLow: 0.1, ciHigh: 0.3 }
const sound = {
  allocation: 'PADANAN',
  nT: 12,
  nC: 12,
  minPerArm: 10,
  did: shown,
  preTrend: { passed: true },
  hasConcurrentChange: false,
  isExploratory: false,
  adjustedP: null,
} as const

describe('the claim ladder', () => {
  it.each([
    ['no comparison', { allocation: 'PRA_PASCA' }, 'NO_COMPARISON', 'DESKRIPTIF', ['NO_COMPARISON']],
    ['nobody compared', { nC: 0 }, 'NO_COMPARISON', 'DESKRIPTIF', ['NO_COMPARISON']],
    ['too few', { nT: 9 }, 'TOO_FEW', 'DESKRIPTIF', ['TOO_FEW']],
    ['zero inside', { did: { ciLow: -0.1, ciHigh: 0.3 } }, 'NO_DIFFERENCE_SHOWN', 'DESKRIPTIF', ['INTERVAL_INCLUDES_ZERO']],
    ['lost to Holm', { adjustedP: 0.06 }, 'NO_DIFFERENCE_SHOWN', 'DESKRIPTIF', ['NOT_SIGNIFICANT_AFTER_HOLM']],
    ['trend untested', { preTrend: null }, 'DIFFERENCE_SHOWN', 'ASOSIASI', ['PRE_TREND_UNTESTED']],
    ['trends differ', { preTrend: { passed: false } }, 'DIFFERENCE_SHOWN', 'ASOSIASI', ['PRE_TREND_DIFFERS']],
    ['something else changed', { hasConcurrentChange: true }, 'DIFFERENCE_SHOWN', 'ASOSIASI', ['CONCURRENT_CHANGE']],
    ['volunteers', { allocation: 'SUKARELA' }, 'DIFFERENCE_SHOWN', 'ASOSIASI', ['NOT_MATCHED']],
    ['not registered', { isExploratory: true, allocation: 'ACAK' }, 'DIFFERENCE_SHOWN', 'ASOSIASI', ['EXPLORATORY']],
    ['matched', {}, 'DIFFERENCE_SHOWN', 'BUKTI_KUASI', ['NOT_RANDOM']],
    ['random', { allocation: 'ACAK' }, 'DIFFERENCE_SHOWN', 'BUKTI_KUAT', []],
  ] as const)('%s', (_name, change, verdict, level, limits) => {
    expect(claimOf({ ...sound, ...change })).toEqual({ verdict, level, limits })
  })

  it('refuses words of cause below BUKTI_KUASI, and "no effect" where no difference was shown', () => {
    const association = { level: 'ASOSIASI', verdict: 'DIFFERENCE_SHOWN' } as const
    expect(overclaims('Pelatihan ini   meningkatkan penyelesaian satu hari.', association)).toEqual(['meningkatkan'])
    expect(overclaims('The training improved the rate because of practice.', association)).toEqual([
      'because of',
      'training improved',
    ])
    expect(overclaims('Angka unit peserta meningkat dan berkaitan dengan pelatihan.', association)).toEqual([])
    expect(overclaims('Pelatihan meningkatkan penyelesaian satu hari.', { ...association, level: 'BUKTI_KUASI' })).toEqual([])
    const none = { level: 'DESKRIPTIF', verdict: 'NO_DIFFERENCE_SHOWN' } as const
    expect(overclaims('Pelatihan tidak berpengaruh.', none)).toEqual(['berpengaruh', 'tidak berpengaruh'])
    expect(overclaims('Perbedaan belum terlihat pada data ini.', none)).toEqual([])
  })
})

describe('outcomes of units', () => {
  const rows = (subjectId: string, arm: Reading['arm'], pre: number[], post: number[]): Reading[] =>
    [...pre, ...post].map((numerator, at) => ({
      subjectId,
      arm,
      phase: at < pre.length ? 'PRA' : 'PASCA',
      at,
      numerator,
      denominator: 10,
      value: null,
    }))

  it('are one change per unit, whatever the number of its cases; units seen in one phase are left out', () => {
    const readings = [
      ...rows('t1', 'DILATIH', [1, 2, 3], [6, 8]),
      ...rows('t2', 'DILATIH', [2, 2, 2], [5]),
      ...rows('t3', 'DILATIH', [2], []),
      ...rows('c1', 'PEMBANDING', [3, 3, 3], [3]),
    ]
    const found = compareOutcomes(readings, 10)
    expect(found).toMatchObject({ nT: 2, nC: 1, dropped: ['t3'], rawChange: 0.4, did: { effect: 0.4, se: null } })
    expect(found.proportion?.cells).toEqual({ t0: [12, 60], t1: [19, 30], c0: [9, 30], c1: [3, 10] })
    expect(found.permutation).toMatchObject({ isExhaustive: true, splits: 3 })
    expect(found.changes.map(({ slope }) => slope?.toNumber())).toEqual([0.1, 0, 0])
  })

  it('are means where there are no counts, and no comparison without a second arm', () => {
    const values = rows('t', 'DILATIH', [1, 3], [8]).map((one) => ({
      ...one,
      numerator: null,
      denominator: null,
      value: one.numerator,
    }))
    expect(compareOutcomes(values, 10)).toMatchObject({ nT: 1, nC: 0, rawChange: 6, did: null, proportion: null, preTrend: null })
  })
})
