import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explainIndicatorAchievement,
  indicatorAchievement,
  levelOf,
  type Polarity,
  targetBounds,
} from '../../../server/appraisals/rules/indicator-achievement.ts'
import { defaultAppraisalSettings } from '../../../server/appraisals/rules/settings.ts'
import { computeRule } from '../../../server/rules.ts'

const ok = (pct: number) => ({ status: 'OK', pct })

describe('F1 answers the worked examples', () => {
  it.each([
    [{ polarity: 'MAXIMIZE', target: 80, realisation: 92 }, ok(115)],
    [{ polarity: 'MAXIMIZE', target: 80, realisation: 108 }, ok(120)],
    [{ polarity: 'MAXIMIZE', targetMin: 80, targetMax: 90, realisation: 92 }, ok(102.22)],
    [{ polarity: 'MAXIMIZE', targetMin: 80, targetMax: 90, realisation: 85 }, ok(100)],
    [{ polarity: 'MAXIMIZE', targetMin: 80, targetMax: 90, realisation: 70 }, ok(87.5)],
    [
      { polarity: 'MAXIMIZE', target: 0, realisation: 5 },
      { status: 'INVALID_TARGET', pct: null },
    ],
    [
      { polarity: 'MAXIMIZE', targetMin: 0, targetMax: 10, realisation: 3 },
      { status: 'INVALID_TARGET', pct: null },
    ],
    [{ polarity: 'MINIMIZE', target: 40, realisation: 34 }, ok(115)],
    [{ polarity: 'MINIMIZE', target: 40, realisation: 0 }, ok(120)],
    [{ polarity: 'MINIMIZE', targetMin: 7, targetMax: 8, realisation: 6.5 }, ok(107.14)],
    [{ polarity: 'MINIMIZE', targetMin: 7, targetMax: 8, realisation: 9 }, ok(87.5)],
    [{ polarity: 'MINIMIZE', target: 10, realisation: 25 }, ok(0)],
    [{ polarity: 'MINIMIZE', target: 0, realisation: 0 }, ok(100)],
    [{ polarity: 'MINIMIZE', target: 0, realisation: 2 }, ok(0)],
    [{ polarity: 'MINIMIZE', target: 0, realisation: 2, zeroMode: 'LINEAR' }, ok(50)],
    [{ polarity: 'MINIMIZE', targetMin: 0, targetMax: 5, realisation: 7 }, ok(60)],
    [{ polarity: 'STABILIZE', target: 95, tolerancePct: 5, realisation: 97 }, ok(100)],
    [{ polarity: 'STABILIZE', target: 95, tolerancePct: 5, realisation: 103 }, ok(96.74)],
    [{ polarity: 'RANGE', targetMin: 60, targetMax: 80, realisation: 54 }, ok(90)],
    [{ polarity: 'RANGE', targetMin: 60, targetMax: 80, realisation: 90 }, ok(87.5)],
    [
      { polarity: 'MAXIMIZE', target: 50, realisation: null },
      { status: 'MISSING', pct: null },
    ],
    [
      { polarity: 'MAXIMIZE', target: 10, realisation: -1 },
      { status: 'INVALID_REALISATION', pct: null },
    ],
  ])('%j → %j', (input, output) => {
    expect(computeRule('F1', input)).toEqual(output)
  })
})

describe('F1 refuses targets that have no ratio', () => {
  it.each([
    { polarity: 'STABILIZE', target: 0 },
    { polarity: 'STABILIZE', target: -5, tolerancePct: 10 },
    { polarity: 'STABILIZE', target: 50, tolerancePct: -1 },
    { polarity: 'STABILIZE', targetMin: 40, targetMax: 60 },
    { polarity: 'RANGE', targetMin: 0, targetMax: 5 },
    { polarity: 'RANGE', targetMin: 9, targetMax: 5 },
    { polarity: 'MAXIMIZE', targetMin: 9, targetMax: 5 },
    { polarity: 'MINIMIZE', targetMin: 9, targetMax: 5 },
    { polarity: 'MINIMIZE', target: -1 },
    { polarity: 'MAXIMIZE', targetMin: 9 },
    { polarity: 'MAXIMIZE' },
  ] as const)('%j', (target) => {
    expect(targetBounds(target)).toBeNull()
    expect(indicatorAchievement({ ...target, realisation: 7 })).toEqual({ status: 'INVALID_TARGET', pct: null })
  })
})

describe('F1 keeps its promises for any target', () => {
  const cents = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((value) => value / 100)
  const pctOf = (polarity: Polarity, low: number, width: number, realisation: number) => {
    const { pct } = indicatorAchievement({ polarity, targetMin: low, targetMax: low + width, realisation })
    return pct ?? Number.NaN
  }
  const cases = fc.tuple(cents(0.01, 500), cents(0, 100), cents(0, 1500), cents(0, 1500))

  it('a higher realisation never lowers a maximised indicator, and never raises a minimised one', () => {
    fc.assert(
      fc.property(cases, ([low, width, a, b]) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        expect(pctOf('MAXIMIZE', low, width, more)).toBeGreaterThanOrEqual(pctOf('MAXIMIZE', low, width, less))
        expect(pctOf('MINIMIZE', low, width, more)).toBeLessThanOrEqual(pctOf('MINIMIZE', low, width, less))
      }),
    )
  })

  it('a band is best inside and falls on both sides', () => {
    fc.assert(
      fc.property(cases, ([low, width, a, b]) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        if (more <= low) expect(pctOf('RANGE', low, width, more)).toBeGreaterThanOrEqual(pctOf('RANGE', low, width, less))
        if (less >= low + width) expect(pctOf('RANGE', low, width, more)).toBeLessThanOrEqual(pctOf('RANGE', low, width, less))
        if (less >= low && less <= low + width) expect(pctOf('RANGE', low, width, less)).toBe(100)
      }),
    )
    const stabilized = (target: number, tolerancePct: number, realisation: number) =>
      indicatorAchievement({ polarity: 'STABILIZE', target, tolerancePct, realisation }).pct
    fc.assert(
      fc.property(
        cents(0.01, 500),
        fc.integer({ min: 0, max: 50 }),
        cents(0, 1500),
        cents(0, 1500),
        (target, tolerance, a, b) => {
          const [near, far] = Math.abs(a - target) <= Math.abs(b - target) ? [a, b] : [b, a]
          expect(stabilized(target, tolerance, target)).toBe(100)
          // Only realisations on the same side of the target can be compared.
          if (near > target !== far > target) return
          expect(stabilized(target, tolerance, far)).toBeLessThanOrEqual(stabilized(target, tolerance, near) ?? Number.NaN)
        },
      ),
    )
  })

  it('the result lies within 0 and the cap, and a band never exceeds 100', () => {
    const polarity = fc.constantFrom<Polarity>('MAXIMIZE', 'MINIMIZE', 'RANGE')
    fc.assert(
      fc.property(polarity, cases, fc.integer({ min: 100, max: 150 }), (kind, [low, width, realisation], cap) => {
        const input = { polarity: kind, targetMin: low, targetMax: low + width, realisation }
        const { pct } = indicatorAchievement(input, { ...defaultAppraisalSettings, cap })
        expect(pct).toBeGreaterThanOrEqual(0)
        expect(pct).toBeLessThanOrEqual(kind === 'RANGE' ? 100 : cap)
      }),
    )
  })

  it('a missing realisation is never a number, whatever the target', () => {
    fc.assert(
      fc.property(fc.constantFrom<Polarity>('MAXIMIZE', 'MINIMIZE', 'RANGE', 'STABILIZE'), fc.integer(), (polarity, target) => {
        expect(indicatorAchievement({ polarity, target, realisation: null })).toEqual({ status: 'MISSING', pct: null })
      }),
    )
  })

  it('a band may reach down to nothing, as long as its target is positive', () => {
    expect(indicatorAchievement({ polarity: 'STABILIZE', target: 50, tolerancePct: 100, realisation: 0 })).toEqual(ok(100))
    expect(indicatorAchievement({ polarity: 'STABILIZE', target: 50, tolerancePct: 120, realisation: 121 })).toEqual(ok(90))
  })

  it('decimal text of a database gives the same as a number', () => {
    expect(indicatorAchievement({ polarity: 'MAXIMIZE', target: '80.00', realisation: '92.0' })).toEqual(ok(115))
  })
})

describe('F1 rounds exact ties half-up', () => {
  it.each([
    [{ polarity: 'MAXIMIZE', target: 800, realisation: 800.04 }, 100.01],
    [{ polarity: 'MAXIMIZE', target: 2000, realisation: 2100.1 }, 105.01],
    [{ polarity: 'MINIMIZE', target: 2000, realisation: 1899.9 }, 105.01],
  ])('%j → %s', (input, pct) => {
    expect(computeRule('F1', input)).toEqual(ok(pct))
  })
})

describe('level thresholds are exact', () => {
  it.each([
    [89.99, 'DI_BAWAH'],
    [90, 'SESUAI'],
    [109.99, 'SESUAI'],
    [110, 'DI_ATAS'],
    [0, 'DI_BAWAH'],
    [120, 'DI_ATAS'],
  ])('%s → %s', (pct, level) => {
    expect(computeRule('level', pct)).toBe(level)
  })

  it('follows the settings of a tenant', () => {
    expect(levelOf(104, { ...defaultAppraisalSettings, levelLow: 95, levelHigh: 104 })).toBe('DI_ATAS')
  })
})

describe('the natural maximum', () => {
  const reached = { polarity: 'MAXIMIZE', target: 100, realisation: 100, naturalMaximum: 100 } as const

  it('is an ordinary target by default', () => {
    expect(indicatorAchievement(reached)).toEqual(ok(100))
  })

  it('is the top class where the tenant says so, and only when reached', () => {
    const settings = { ...defaultAppraisalSettings, ceilingCountsAsAbove: true }
    expect(indicatorAchievement(reached, settings)).toEqual(ok(120))
    expect(indicatorAchievement({ ...reached, realisation: 99 }, settings)).toEqual(ok(99))
    expect(indicatorAchievement({ ...reached, target: 90, realisation: 99 }, settings)).toEqual(ok(110))
  })
})

describe('the explanation of F1', () => {
  it('names the branch, its numbers and the cap', () => {
    expect(explainIndicatorAchievement({ polarity: 'MAXIMIZE', target: 80, realisation: 108 })).toEqual([
      { formula: 'R/U × 100', inputs: { R: 108, L: 80, U: 80 }, value: 135 },
      { formula: 'min(max(a, 0), cap)', inputs: { a: 135, cap: 120 }, value: 120 },
    ])
  })

  it('is empty where there is no achievement', () => {
    expect(explainIndicatorAchievement({ polarity: 'MAXIMIZE', target: 80, realisation: null })).toEqual([])
  })

  it('ends in the value of the rule', () => {
    const settings = { ...defaultAppraisalSettings, zeroMode: 'LINEAR', ceilingCountsAsAbove: true } as const
    const inputs = [
      { polarity: 'MINIMIZE', target: 0, realisation: 1 },
      { polarity: 'RANGE', targetMin: 60, targetMax: 80, realisation: 90 },
      { polarity: 'MAXIMIZE', target: 100, realisation: 100, naturalMaximum: 100 },
    ] as const
    for (const input of inputs) {
      expect(explainIndicatorAchievement(input, settings).at(-1)?.value).toBe(indicatorAchievement(input, settings).pct)
    }
  })
})
