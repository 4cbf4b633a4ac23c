import { describe, expect, it } from 'vitest'
import { computeRule } from '../../../server/rules.ts'

describe('F5 answers the worked examples', () => {
  it.each([
    [
      { skp: 112, perilaku: 108, scheme: '70_30', newIdea: true },
      { value: 110.8, predikat: 'SANGAT_BAIK' },
    ],
    [
      { skp: 112, perilaku: 108, scheme: '70_30', newIdea: false },
      { value: 110.8, predikat: 'BAIK' },
    ],
    [
      { skp: 112, perilaku: 104, scheme: '60_40', newIdea: true },
      { value: 108.8, predikat: 'BAIK' },
    ],
    [
      { skp: 88, perilaku: 92, scheme: '60_40' },
      { value: 89.6, predikat: 'CUKUP' },
    ],
    [
      { skp: 70, perilaku: 69, scheme: '70_30' },
      { value: 69.7, predikat: 'KURANG' },
    ],
  ])('%j → %j', (input, output) => {
    expect(computeRule('F5', input)).toEqual(output)
  })

  it.each([
    [110, 'SANGAT_BAIK'],
    [90, 'BAIK'],
    [89.9999, 'CUKUP'],
    [70, 'CUKUP'],
    [69.9999, 'KURANG'],
    [50, 'KURANG'],
    [49.9999, 'SANGAT_KURANG'],
  ])('the band of %s is decided before rounding: %s', (score, predikat) => {
    expect(computeRule('F5', { skp: score, perilaku: score, scheme: '70_30', newIdea: true })).toMatchObject({ predikat })
  })
})

describe('F5b answers the worked examples', () => {
  it.each([
    [97.9, 'CUKUP', 88],
    [100, 'BAIK', 109],
    [105, 'SANGAT_BAIK', 114.44],
    [111, 'SANGAT_BAIK', 120],
    [79, 'KURANG', 69],
    [59, 'SANGAT_KURANG', 49],
    [30, 'SANGAT_KURANG', 24.92],
    [99.5, 'BAIK', 109],
    [101, 'SANGAT_BAIK', 110],
    [110, 'SANGAT_BAIK', 120],
    [80, 'CUKUP', 70],
    [60, 'KURANG', 50],
    [0, 'SANGAT_KURANG', 0],
  ])('%s → %s %s', (achievement, category, value) => {
    expect(computeRule('F5b', { achievement })).toEqual({ category, value })
  })

  it('a natural maximum that is reached is the top class', () => {
    expect(computeRule('F5b', { achievement: 100, maxAttainable: true })).toEqual({ category: 'SANGAT_BAIK', value: 120 })
    expect(computeRule('F5b', { achievement: 98, maxAttainable: true })).toEqual({ category: 'CUKUP', value: 88 })
  })
})
