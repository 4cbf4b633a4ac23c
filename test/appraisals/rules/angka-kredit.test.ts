import { describe, expect, it } from 'vitest'
import { roundHalfUp, sum } from '../../../server/math.ts'
import { computeRule } from '../../../server/rules.ts'

describe('F7 answers the worked examples', () => {
  it.each([
    ['AHLI_PERTAMA', 'SANGAT_BAIK', 12, 18.75],
    ['AHLI_PERTAMA', 'BAIK', 2, 2.08],
    ['AHLI_MADYA', 'BUTUH_PERBAIKAN', 12, 28.13],
    ['PEMULA', 'SANGAT_BAIK', 12, 5.63],
    ['AHLI_MUDA', 'KURANG', 7, 7.29],
    ['TERAMPIL', 'SANGAT_KURANG', 3, 0.31],
  ])('%s %s %i months → %s', (jenjang, predikat, months, value) => {
    expect(computeRule('F7', { jenjang, predikat, months })).toBe(value)
  })
})

describe('F7', () => {
  it.each([
    ['PEMULA', 'PM', 3.75],
    ['TERAMPIL', 'TR', 5],
    ['MAHIR', 'MH', 12.5],
    ['PENYELIA', 'PY', 25],
    ['AHLI_PERTAMA', 'PT', 12.5],
    ['AHLI_MUDA', 'MU', 25],
    ['AHLI_MADYA', 'MA', 37.5],
    ['AHLI_UTAMA', 'UT', 50],
  ])('a full year of BAIK gives the coefficient of %s (%s): %s', (jenjang, code, value) => {
    expect(computeRule('F7', { jenjang, predikat: 'BAIK' })).toBe(value)
    expect(computeRule('F7', { jenjang: code, predikat: 'BAIK' })).toBe(value)
  })

  it('reads the jenjang as people write it, and refuses an unknown one', () => {
    expect(computeRule('F7', { jenjang: 'Ahli Pertama', predikat: 'BAIK' })).toBe(12.5)
    expect(() => computeRule('F7', { jenjang: 'Ahli', predikat: 'BAIK' })).toThrow('input of F7')
  })

  it('rounds each row, so that the sum of the rows is the sum of what was printed', () => {
    const rows = [
      { jenjang: 'AHLI_PERTAMA', predikat: 'SANGAT_BAIK', months: 12 },
      { jenjang: 'AHLI_PERTAMA', predikat: 'BAIK', months: 2 },
    ]
    expect(roundHalfUp(sum(rows.map((row) => Number(computeRule('F7', row)))), 2)).toBe(20.83)
    // Six rows of one month lose what one row of six months keeps: 6 × 1.04 against 6.25.
    const monthly = Array.from({ length: 6 }, () =>
      Number(computeRule('F7', { jenjang: 'AHLI_PERTAMA', predikat: 'BAIK', months: 1 })),
    )
    expect(roundHalfUp(sum(monthly), 2)).toBe(6.24)
    expect(computeRule('F7', { jenjang: 'AHLI_PERTAMA', predikat: 'BAIK', months: 6 })).toBe(6.25)
  })
})
