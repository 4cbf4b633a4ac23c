import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainResultRating, type RhkResult, resultRating } from '../../../server/appraisals/rules/result-rating.ts'
import { defaultAppraisalSettings } from '../../../server/appraisals/rules/settings.ts'
import { computeRule } from '../../../server/rules.ts'

const main = (weight: number, ...pct: (number | null)[]) => ({
  kind: 'UTAMA' as const,
  weight,
  indicators: pct.map((value) => ({ pct: value })),
})
const extra = (weight: number, ...pct: number[]) => ({ ...main(weight, ...pct), kind: 'TAMBAHAN' as const })
const missing = (weight: number, policy: 'EXCLUDE' | 'ZERO') => ({
  ...main(weight),
  indicators: [{ pct: null, missing: policy }],
})

describe('F2 answers the worked examples', () => {
  it('most weight above and no main result below is DI_ATAS', () => {
    const rhk = [main(40, 120, 104), main(30, 111.5), main(20, 96), extra(10, 85)]
    expect(computeRule('F2', { rhk })).toEqual({
      status: 'OK',
      rhkPct: [112, 111.5, 96, 85],
      levels: ['DI_ATAS', 'DI_ATAS', 'SESUAI', 'DI_BAWAH'],
      shareAbove: 0.7,
      shareBelow: 0.1,
      rating: 'DI_ATAS',
      ambiguous: false,
      weightedScore: 105.95,
      excludedWeightPct: 0,
    })
  })

  it('a main result below keeps the same weights at SESUAI', () => {
    const rhk = [main(40, 120, 104), main(30, 111.5), main(20, 84), extra(10, 100)]
    expect(computeRule('F2', { rhk })).toMatchObject({
      rating: 'SESUAI',
      shareBelow: 0.2,
      ambiguous: false,
      weightedScore: 105.05,
    })
  })

  it('an excluded result renormalises the others, a zero does not', () => {
    const others = [main(30, 95), main(30, 80)]
    expect(computeRule('F2', { rhk: [...others, missing(30, 'EXCLUDE')] })).toMatchObject({
      rhkPct: [95, 80, null],
      levels: ['SESUAI', 'DI_BAWAH', null],
      rating: 'SESUAI',
      shareBelow: 0.5,
      ambiguous: true,
      weightedScore: 87.5,
      excludedWeightPct: 33.33,
    })
    expect(computeRule('F2', { rhk: [...others, missing(30, 'ZERO')] })).toMatchObject({
      rhkPct: [95, 80, 0],
      rating: 'DI_BAWAH',
      shareBelow: 0.6667,
      ambiguous: false,
      weightedScore: 58.33,
      excludedWeightPct: 0,
    })
  })

  it('half of the weight excluded gives no rating at all', () => {
    expect(computeRule('F2', { rhk: [main(50, 95), missing(50, 'EXCLUDE')] })).toEqual({
      status: 'INSUFFICIENT_DATA',
      rhkPct: [95, null],
      levels: ['SESUAI', null],
      shareAbove: null,
      shareBelow: null,
      rating: null,
      ambiguous: null,
      weightedScore: null,
      excludedWeightPct: 50,
    })
  })
})

describe('F2 thresholds are exact', () => {
  it('half of the weight above is not most of it', () => {
    expect(resultRating({ rhk: [main(50, 115), main(50, 100)] }).rating).toBe('SESUAI')
    expect(resultRating({ rhk: [main(50.01, 115), main(49.99, 100)] }).rating).toBe('DI_ATAS')
  })

  it('half of the weight below is not most of it', () => {
    expect(resultRating({ rhk: [main(50, 80), main(50, 100)] }).rating).toBe('SESUAI')
    expect(resultRating({ rhk: [main(50.01, 80), main(49.99, 100)] }).rating).toBe('DI_BAWAH')
  })

  it('30 % below is a small part, more needs a justification', () => {
    expect(resultRating({ rhk: [main(30, 80), main(70, 100)] }).ambiguous).toBe(false)
    expect(resultRating({ rhk: [main(30.01, 80), main(69.99, 100)] }).ambiguous).toBe(true)
    // 0.1 + 0.2 is not 0.3 in binary arithmetic.
    expect(resultRating({ rhk: [main(0.1, 80), main(0.2, 80), main(0.7, 100)] }).ambiguous).toBe(false)
  })

  it('40 % excluded still gives a rating', () => {
    expect(resultRating({ rhk: [main(60, 100), missing(40, 'EXCLUDE')] })).toMatchObject({ status: 'OK', excludedWeightPct: 40 })
    expect(resultRating({ rhk: [main(59.99, 100), missing(40.01, 'EXCLUDE')] }).status).toBe('INSUFFICIENT_DATA')
  })

  it('a result is levelled after it is rounded to two decimals', () => {
    expect(resultRating({ rhk: [main(1, 89.99, 90)] })).toMatchObject({ rhkPct: [90], levels: ['SESUAI'] })
    expect(resultRating({ rhk: [main(1, 109.99, 110)] })).toMatchObject({ rhkPct: [110], levels: ['DI_ATAS'] })
  })
})

describe('a missing value is never counted as 0 by itself', () => {
  it('without a policy it is excluded', () => {
    expect(resultRating({ rhk: [main(50, 100, null), main(50, 100)] })).toMatchObject({ rhkPct: [100, 100], rating: 'SESUAI' })
  })

  it('a plan with nothing usable has no rating', () => {
    expect(resultRating({ rhk: [] })).toMatchObject({ status: 'INSUFFICIENT_DATA', excludedWeightPct: 100 })
    expect(resultRating({ rhk: [main(100, null)] })).toMatchObject({ status: 'INSUFFICIENT_DATA', excludedWeightPct: 100 })
    expect(resultRating({ rhk: [main(0, 100)] })).toMatchObject({ status: 'INSUFFICIENT_DATA' })
  })
})

describe('F2 by score', () => {
  const settings = { ...defaultAppraisalSettings, resultMode: 'SCORE' } as const

  it('applies the two thresholds to the weighted score', () => {
    expect(resultRating({ rhk: [main(60, 120), main(40, 95)] }, settings)).toMatchObject({
      weightedScore: 110,
      rating: 'DI_ATAS',
    })
    expect(resultRating({ rhk: [main(60, 120), main(40, 94.95)] }, settings).rating).toBe('SESUAI')
    expect(resultRating({ rhk: [main(100, 89.99)] }, settings).rating).toBe('DI_BAWAH')
  })
})

describe('F2 keeps its promises for any plan', () => {
  const indicator = fc.record({
    weight: fc.integer({ min: 1, max: 100 }),
    pct: fc.option(fc.integer({ min: 0, max: 12_000 }).map((value) => value / 100)),
    missing: fc.constantFrom('EXCLUDE' as const, 'ZERO' as const),
  })
  const rhk = fc.record({
    kind: fc.constantFrom('UTAMA' as const, 'TAMBAHAN' as const),
    weight: fc.integer({ min: 1, max: 100 }),
    indicators: fc.array(indicator, { minLength: 1, maxLength: 4 }),
  })
  const plans = fc.array(rhk, { minLength: 1, maxLength: 8 })
  const withoutOrder = ({ rhkPct, levels, ...rest }: ReturnType<typeof resultRating>) => ({
    ...rest,
    rhk: rhkPct.map((pct, index) => `${pct} ${levels[index]}`).sort(),
  })

  it('the order of results and indicators does not matter', () => {
    const turned = (plan: readonly RhkResult[]) =>
      plan.map((item) => ({ ...item, indicators: item.indicators.toReversed() })).toReversed()
    fc.assert(
      fc.property(plans, (plan) => {
        expect(withoutOrder(resultRating({ rhk: turned(plan) }))).toEqual(withoutOrder(resultRating({ rhk: plan })))
      }),
    )
  })

  it('only the proportion of the weights matters', () => {
    const scaled = (plan: readonly RhkResult[], factor: number) =>
      plan.map((item) => ({
        ...item,
        weight: Number(item.weight) * factor,
        indicators: item.indicators.map((part) => ({ ...part, weight: Number(part.weight) * factor })),
      }))
    fc.assert(
      fc.property(plans, fc.integer({ min: 2, max: 1000 }), (plan, factor) => {
        expect(resultRating({ rhk: scaled(plan, factor) })).toEqual(resultRating({ rhk: plan }))
      }),
    )
  })

  it('the renormalised weights sum to 1: equal achievements are their own mean, whatever is excluded', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 12_000 }), (plan, cents) => {
        const same = plan.map((item) => ({
          ...item,
          indicators: item.indicators.map((part) => ({
            ...part,
            pct: part.pct === null ? null : cents / 100,
            missing: 'EXCLUDE' as const,
          })),
        }))
        const result = resultRating({ rhk: same })
        if (result.status === 'OK') expect(result.weightedScore).toBe(cents / 100)
        for (const pct of result.rhkPct) expect([null, cents / 100]).toContain(pct)
      }),
    )
  })

  it('the score lies between the lowest and the highest result', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { rhkPct, weightedScore } = resultRating({ rhk: plan })
        if (weightedScore === null) return
        const counted = rhkPct.filter((pct) => pct !== null)
        expect(weightedScore).toBeGreaterThanOrEqual(Math.min(...counted))
        expect(weightedScore).toBeLessThanOrEqual(Math.max(...counted))
      }),
    )
  })
})

describe('the explanation of F2', () => {
  it('lists each result, then the shares, the score and the decision', () => {
    const steps = explainResultRating({ rhk: [main(60, 120, 104), extra(40, 85)] })
    expect(steps.map((step) => step.value)).toEqual([112, 85, 0, 0.6, 0.4, 101.2, 'DI_ATAS'])
    expect(steps[0]).toEqual({ formula: 'Σ w·pct / Σ w', inputs: { pct: [120, 104], w: [1, 1] }, value: 112 })
  })

  it('ends at the excluded weight when there is no rating', () => {
    expect(explainResultRating({ rhk: [missing(100, 'EXCLUDE')] }).map((step) => step.value)).toEqual([null, 100])
  })

  it('names the score when the score decides', () => {
    const steps = explainResultRating({ rhk: [main(100, 112)] }, { ...defaultAppraisalSettings, resultMode: 'SCORE' })
    expect(steps.at(-1)).toEqual({ formula: 'level(weighted score)', inputs: { weightedScore: 112 }, value: 'DI_ATAS' })
  })
})
