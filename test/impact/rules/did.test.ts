import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plannedSizePerArm } from '../../../server/evaluations/rules/planned-size.ts'
import { didImpact } from '../../../server/impact/rules/did.ts'
import { computeRule } from '../../../server/rules.ts'

const example = {
  treatPre: [52, 48, 61, 55, 50, 47, 58, 53, 60, 49],
  treatPost: [63, 57, 70, 66, 58, 59, 67, 64, 72, 57],
  controlPre: [54, 50, 59, 56, 49, 51, 57, 52, 58, 48],
  controlPost: [57, 52, 63, 58, 52, 53, 58, 56, 62, 49],
}

describe('F11', () => {
  it('answers the worked example', () => {
    const result = computeRule('F11', example)
    expect(result).toEqual({ effect: 7.4, se: 0.6182, df: 16.6994, ciLow: 6.0938, ciHigh: 8.7062, g: 1.5664 })
  })

  it('agrees with plain floating-point arithmetic and a numerically integrated t distribution', () => {
    const series = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
      minLength: 3,
      maxLength: 25,
    })
    fc.assert(
      fc.property(series, series, (treated, control) => {
        const input = {
          treatPre: treated.map(([pre]) => pre),
          treatPost: treated.map(([, post]) => post),
          controlPre: control.map(([pre]) => pre),
          controlPost: control.map(([, post]) => post),
        }
        const result = didImpact(input)
        const expected = plainDid(treated, control)
        expect(result.effect).toBeCloseTo(expected.effect, 3)
        expect(result.se).toBeCloseTo(expected.se, 3)
        if (result.df === null || result.ciHigh === null) return
        expect(result.df).toBeCloseTo(expected.df, 3)
        // The upper limit leaves 2.5 % above it.
        const t = (result.ciHigh - result.effect) / expected.se
        expect(upperTail(t, expected.df)).toBeCloseTo(0.025, 3)
      }),
      { numRuns: 40 },
    )
  })

  it('has no interval where an arm is too small or nothing varies', () => {
    expect(didImpact({ treatPre: [1], treatPost: [3], controlPre: [1, 2], controlPost: [1, 2] })).toMatchObject({
      effect: 2,
      se: null,
      df: null,
      ciLow: null,
      ciHigh: null,
      g: null,
    })
    expect(didImpact({ treatPre: [1, 1], treatPost: [3, 3], controlPre: [1, 1], controlPost: [1, 1] })).toMatchObject({
      effect: 2,
      se: 0,
      df: null,
      ciLow: 2,
      ciHigh: 2,
      g: null,
    })
  })

  it('refuses a measurement without its partner', () => {
    expect(() => computeRule('F11', { ...example, treatPost: [1] })).toThrow('input of F11')
    expect(() => computeRule('F11', { ...example, controlPre: [], controlPost: [] })).toThrow('input of F11')
    expect(() => didImpact({ ...example, treatPost: [1] })).toThrow(RangeError)
  })
})

describe('F11b', () => {
  it('answers the worked example', () => {
    const result = computeRule('F11b', { t0: [90, 150], t1: [126, 150], c0: [84, 140], c1: [91, 140] })
    expect(result).toEqual({ effect: 0.19, se: 0.0764, ciLow: 0.0403, ciHigh: 0.3397 })
  })

  it('refuses a cell with more successes than cases, or without cases', () => {
    expect(() => computeRule('F11b', { t0: [151, 150], t1: [1, 2], c0: [1, 2], c1: [1, 2] })).toThrow('input of F11b')
    expect(() => computeRule('F11b', { t0: [0, 0], t1: [1, 2], c0: [1, 2], c1: [1, 2] })).toThrow('input of F11b')
  })
})

describe('planned size of an arm', () => {
  it.each([
    [5, 51],
    [3, 140],
  ])('to see %s at σ = 10, ρ = 0.6: %i', (delta, size) => {
    expect(plannedSizePerArm({ delta, sigma: 10, rho: '0.6' })).toBe(size)
  })
})

function plainDid(treated: readonly (readonly [number, number])[], control: readonly (readonly [number, number])[]) {
  const arm = (pairs: readonly (readonly [number, number])[]) => {
    const changes = pairs.map(([pre, post]) => post - pre)
    const mean = changes.reduce((total, value) => total + value, 0) / changes.length
    const variance = changes.reduce((total, value) => total + (value - mean) ** 2, 0) / (changes.length - 1)
    return { n: changes.length, mean, share: variance / changes.length }
  }
  const [t, c] = [arm(treated), arm(control)]
  const df = (t.share + c.share) ** 2 / (t.share ** 2 / (t.n - 1) + c.share ** 2 / (c.n - 1))
  return { effect: t.mean - c.mean, se: Math.sqrt(t.share + c.share), df }
}

/** P(T > t) by Simpson's rule over x = tan(u): the density of t becomes a power of the cosine. */
function upperTail(t: number, df: number): number {
  const density = (u: number) => Math.cos(u) ** (df - 1)
  const integral = (from: number, to: number) => {
    const [pieces, width] = [2000, (to - from) / 2000]
    let total = density(from) + density(to)
    for (let index = 1; index < pieces; index++) total += density(from + index * width) * (index % 2 === 0 ? 2 : 4)
    return (total * width) / 3
  }
  const start = Math.atan(t / Math.sqrt(df))
  return integral(start, Math.PI / 2) / integral(-Math.PI / 2, Math.PI / 2)
}
