import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weightedKappa } from '../../../server/appraisals/rules/agreement.ts'
import { objectivityIndex } from '../../../server/appraisals/rules/objectivity.ts'
import { rateRatio } from '../../../server/appraisals/rules/rate-ratio.ts'
import { objectiveScore, raterSeverity } from '../../../server/appraisals/rules/rater-severity.ts'
import { shrinkProportions } from '../../../server/appraisals/rules/shrinkage.ts'
import { computeRule } from '../../../server/rules.ts'

describe('F12 shrinks small units', () => {
  it('answers the worked example', () => {
    expect(computeRule('F12', { x: [18, 45, 7, 160], n: [20, 60, 14, 200] })).toEqual({
      pooled: 0.7823,
      tau2: 0.00701,
      mu: 0.7586,
      B: [0.4515, 0.7118, 0.3656, 0.8917],
      shrunk: [0.8225, 0.7525, 0.6641, 0.7955],
    })
  })

  it('leaves each unit between its own proportion and the common one', () => {
    const unit = fc
      .integer({ min: 1, max: 300 })
      .chain((cases) => fc.tuple(fc.integer({ min: 0, max: cases }), fc.constant(cases)))
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), (units) => {
        const [x, n] = [units.map(([successes]) => successes), units.map(([, cases]) => cases)]
        const { mu, shrunk, B } = shrinkProportions(x, n)
        units.forEach(([successes, cases], index) => {
          const own = successes / cases
          expect(shrunk[index]).toBeGreaterThanOrEqual(Math.min(own, mu) - 0.0001)
          expect(shrunk[index]).toBeLessThanOrEqual(Math.max(own, mu) + 0.0001)
          expect(B[index]).toBeGreaterThanOrEqual(0)
          expect(B[index]).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  it('units without any difference, or a single unit, all get the common value', () => {
    expect(computeRule('F12', { x: [5, 10], n: [5, 10] })).toEqual({ pooled: 1, tau2: 0, mu: 1, B: [0, 0], shrunk: [1, 1] })
    expect(computeRule('F12', { x: [3], n: [4] })).toEqual({ pooled: 0.75, tau2: 0, mu: 0.75, B: [0], shrunk: [0.75] })
  })

  it('refuses lists that do not belong together', () => {
    expect(() => shrinkProportions([], [])).toThrow(RangeError)
    expect(() => computeRule('F12', { x: [3, 1], n: [4] })).toThrow('input of F12')
    expect(() => computeRule('F12', { x: [5], n: [4] })).toThrow('input of F12')
  })
})

describe('F13 finds lenient and severe raters', () => {
  const raters = {
    R1: [[3, 2.2], [3, 2.5], [3, 2.0], [3, 2.6], [2, 1.9]], // biome-ignore format: one rater a line
    R2: [[2, 2.3], [2, 2.1], [1, 1.8], [2, 2.4], [2, 2.2]], // biome-ignore format: one rater a line
    R3: [[2, 2.0], [3, 2.7], [2, 1.9], [2, 2.2], [3, 2.6]], // biome-ignore format: one rater a line
  }

  it('answers the worked example', () => {
    expect(computeRule('F13', { raters })).toEqual({
      grand: 0.1067,
      raters: {
        R1: { n: 5, L: 0.4533, se: 0.1568, flag: 'LENIENT' },
        R2: { n: 5, L: -0.4667, se: 0.1208, flag: 'SEVERE' },
        R3: { n: 5, L: 0.0133, se: 0.1068, flag: 'OK' },
      },
    })
  })

  it('never flags a rater of fewer than five', () => {
    const report = raterSeverity({ few: [[3, 1], [3, 1], [3, 1], [3, 1]], others: Array.from({ length: 20 }, () => [2, 2] as const) }) // biome-ignore format: pairs
    expect(report.raters.few).toMatchObject({ n: 4, flag: 'OK' })
  })

  it('a single ratee has no spread, and nobody no deviation', () => {
    expect(computeRule('F13', { raters: { one: [[3, 2]], none: [] } })).toEqual({
      grand: 1,
      raters: { one: { n: 1, L: 0, se: null, flag: 'OK' }, none: { n: 0, L: null, se: null, flag: 'OK' } },
    })
    expect(computeRule('F13', { raters: { none: [] } })).toEqual({
      grand: null,
      raters: { none: { n: 0, L: null, se: null, flag: 'OK' } },
    })
  })

  it.each([
    [60, 1],
    [80, 1],
    [100, 2],
    [105.95, 2.2975],
    [120, 3],
    [130, 3],
  ])('a weighted score of %s lies at %s on the scale of the judgements', (score, expected) => {
    expect(objectiveScore(score).toNumber()).toBe(expected)
  })
})

describe('F14 measures agreement', () => {
  it('answers the worked example', () => {
    const [a, b] = [[3, 2, 2, 3, 1, 2, 2, 3, 2, 1, 2, 3], [3, 2, 3, 3, 1, 2, 2, 2, 2, 2, 2, 3]] // biome-ignore format: two raters
    expect(computeRule('F14', { a, b })).toBe(0.7)
  })

  it('is 1 for equal raters, and symmetric', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 30 })
    fc.assert(
      fc.property(pairs, (cases) => {
        const [a, b] = [cases.map(([first]) => first), cases.map(([, second]) => second)]
        expect(weightedKappa(a, b)).toMatchObject({ value: weightedKappa(b, a).value })
        expect([1, null]).toContain(weightedKappa(a, a).value)
      }),
    )
  })

  it('has no value where no disagreement was possible', () => {
    expect(computeRule('F14', { a: [2, 2], b: [2, 2] })).toBeNull()
    expect(computeRule('F14', { a: [], b: [] })).toBeNull()
  })

  it('refuses ratings that do not belong together', () => {
    expect(() => weightedKappa([1], [])).toThrow(RangeError)
    expect(() => computeRule('F14', { a: [1], b: [] })).toThrow('input of F14')
    expect(() => computeRule('F14', { a: [4], b: [1] })).toThrow('input of F14')
  })
})

describe('F20 weighs what is known', () => {
  it.each([
    [{ ms: 80, ev: 75, ra: 70.13, sev: 40, dc: 100 }, 73.52],
    [{ ms: 80, ev: 75, ra: null, sev: 40, dc: 100 }, 74.12],
    [{ ms: null, ev: null, ra: null, sev: null, dc: null }, null],
  ])('%j → %s', (input, output) => {
    expect(computeRule('F20', input)).toBe(output)
  })

  it.each([
    [75, 'STRONG'],
    [74.99, 'PARTIAL'],
    [50, 'PARTIAL'],
    [49.99, 'WEAK'],
  ])('%s is %s', (ms, level) => {
    expect(objectivityIndex({ ms, ev: null, ra: null, sev: null, dc: null })).toMatchObject({ value: ms, level })
  })
})

describe('F22 compares rates', () => {
  it.each([
    [
      { x0: 48, e0: 120, x1: 33, e1: 125 },
      { rr: 0.66, ciLow: 0.4237, ciHigh: 1.0281 },
    ],
    [
      { x0: 5, e0: 40, x1: 0, e1: 40 },
      { rr: 0.0909, ciLow: 0.005, ciHigh: 1.6441 },
    ],
  ])('%j → %j', (input, output) => {
    expect(computeRule('F22', input)).toEqual(output)
  })

  it('shows a reduction only when the whole interval lies below 1', () => {
    expect(rateRatio({ x0: 48, e0: 120, x1: 33, e1: 125 }).isReductionShown).toBe(false)
    expect(rateRatio({ x0: 375, e0: 1603, x1: 83, e1: '561.8' }).isReductionShown).toBe(true)
  })
})
