import { describe, expect, it } from 'vitest'
import { distributionCheck } from '../../../server/appraisals/rules/distribution.ts'
import { computeRule } from '../../../server/rules.ts'

const none = { SB: 0, B: 0, BP: 0, K: 0, SK: 0 }
const codes = (orgPredikat: Parameters<typeof distributionCheck>[0]['orgPredikat'], counts: Partial<typeof none>) =>
  distributionCheck({ orgPredikat, counts: { ...none, ...counts } }).violations.map((violation) => violation.code)

describe('F6 answers the worked examples', () => {
  it.each([
    [
      { orgPredikat: 'BAIK', counts: { SB: 4, B: 15, BP: 0, K: 0, SK: 1 } },
      {
        n: 20,
        enforced: true,
        violations: [
          { code: 'B_MAX_70', limitPct: 70, actualPct: 75 },
          { code: 'BP_OR_K_MIN_1', limit: 1, actual: 0 },
        ],
      },
    ],
    [
      { orgPredikat: 'ISTIMEWA', counts: { SB: 14, B: 6 } },
      { n: 20, enforced: true, violations: [] },
    ],
    [
      { orgPredikat: 'ISTIMEWA', counts: { SB: 15, B: 5 } },
      { n: 20, enforced: true, violations: [{ code: 'SB_MAX_70', limitPct: 70, actualPct: 75 }] },
    ],
    [
      { orgPredikat: 'BUTUH_PERBAIKAN', counts: { SB: 3, B: 9, BP: 11, K: 2 } },
      {
        n: 25,
        enforced: true,
        violations: [
          { code: 'BP_MIN_60', limitPct: 60, actualPct: 44 },
          { code: 'SB_MAX_10', limitPct: 10, actualPct: 12 },
        ],
      },
    ],
    [
      { orgPredikat: 'BAIK', counts: { SB: 1, B: 5 } },
      {
        n: 6,
        enforced: false,
        violations: [
          { code: 'B_MAX_70', limitPct: 70, actualPct: 83.33 },
          { code: 'BP_OR_K_MIN_1', limit: 1, actual: 0 },
        ],
      },
    ],
  ])('%j', (input, output) => {
    expect(computeRule('F6', input)).toEqual(output)
  })
})

describe('F6 limits, row by row', () => {
  it('exactly at a limit is no violation', () => {
    expect(codes('ISTIMEWA', { SB: 7, B: 3 })).toEqual([])
    expect(codes('BAIK', { B: 7, SB: 2, K: 1 })).toEqual([])
    expect(codes('BUTUH_PERBAIKAN', { BP: 6, SB: 1, B: 3 })).toEqual([])
    expect(codes('KURANG', { K: 6, BP: 1, SB: 1, B: 2 })).toEqual([])
    expect(codes('SANGAT_KURANG', { SK: 6, K: 1, B: 3 })).toEqual([])
  })

  it('one person past a limit is named in the order of the table', () => {
    expect(codes('KURANG', { K: 5, SB: 2, B: 3 })).toEqual(['K_MIN_60', 'BP_MIN_10', 'SB_MAX_10'])
    expect(codes('SANGAT_KURANG', { SK: 5, B: 4, SB: 1 })).toEqual(['SK_MIN_60', 'BP_K_MIN_10', 'SB_ZERO'])
    expect(distributionCheck({ orgPredikat: 'SANGAT_KURANG', counts: { ...none, SK: 8, BP: 1, SB: 1 } }).violations).toEqual([
      { code: 'SB_ZERO', limit: 0, actual: 1 },
    ])
  })

  it('an organisation without ratees violates nothing', () => {
    expect(computeRule('F6', { orgPredikat: 'KURANG', counts: {} })).toEqual({ n: 0, enforced: false, violations: [] })
  })
})

describe('F6 advice', () => {
  it('tells when the most frequent predikat is not the expected one; a shared first place is none', () => {
    const mode = (counts: Partial<typeof none>) =>
      distributionCheck({ orgPredikat: 'BAIK', counts: { ...none, ...counts } }).modeMismatch
    expect(mode({ SB: 6, B: 4 })).toBe(true)
    expect(mode({ SB: 5, B: 5 })).toBe(false)
    expect(mode({})).toBe(false)
  })

  it('shows every limit with its outcome', () => {
    const { steps } = distributionCheck({ orgPredikat: 'BAIK', counts: { ...none, B: 15, SB: 5 } })
    expect(steps).toEqual([
      { formula: 'B_MAX_70', inputs: { count: 15, n: 20, limit: 70 }, value: false },
      { formula: 'BP_OR_K_MIN_1', inputs: { count: 0, n: 20, limit: 1 }, value: false },
    ])
  })
})
