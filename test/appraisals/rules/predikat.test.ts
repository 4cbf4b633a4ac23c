import { describe, expect, it } from 'vitest'
import {
  explainPredikat,
  monthWeightedPredikat,
  siasnLevelCodes,
  siasnPredikatCodes,
} from '../../../server/appraisals/rules/predikat.ts'
import { computeRule } from '../../../server/rules.ts'

describe('F4 gives each of the nine cells, with the codes of SIASN', () => {
  it.each([
    // hasil, its code, perilaku, its code, predikat, its code
    ['DI_ATAS', 1, 'DI_ATAS', 1, 'SANGAT_BAIK', 1],
    ['DI_ATAS', 1, 'SESUAI', 2, 'BAIK', 2],
    ['DI_ATAS', 1, 'DI_BAWAH', 3, 'KURANG', 4],
    ['SESUAI', 2, 'DI_ATAS', 1, 'BAIK', 2],
    ['SESUAI', 2, 'SESUAI', 2, 'BAIK', 2],
    ['SESUAI', 2, 'DI_BAWAH', 3, 'KURANG', 4],
    ['DI_BAWAH', 3, 'DI_ATAS', 1, 'BUTUH_PERBAIKAN', 3],
    ['DI_BAWAH', 3, 'SESUAI', 2, 'BUTUH_PERBAIKAN', 3],
    ['DI_BAWAH', 3, 'DI_BAWAH', 3, 'SANGAT_KURANG', 5],
  ] as const)('hasil %s (%i), perilaku %s (%i) → %s (%i)', (hasil, hasilCode, perilaku, perilakuCode, predikat, code) => {
    expect(computeRule('F4', { hasil, perilaku })).toBe(predikat)
    expect(siasnLevelCodes[hasil]).toBe(hasilCode)
    expect(siasnLevelCodes[perilaku]).toBe(perilakuCode)
    expect(siasnPredikatCodes[predikat]).toBe(code)
    expect(explainPredikat(hasil, perilaku)[0]).toMatchObject({ inputs: { hasil, perilaku }, value: predikat })
  })
})

describe('F23', () => {
  it('weighs by months and rounds half-up', () => {
    const parts = [
      { predikat: 'BAIK', months: 7 },
      { predikat: 'BUTUH_PERBAIKAN', months: 5 },
    ]
    expect(computeRule('F23', { parts })).toEqual({ score: 3.58, predikat: 'BAIK' })
  })

  it('takes the class from the unrounded mean: a tie goes up, just below it does not', () => {
    const half = [
      { predikat: 'BAIK' as const, months: 6 },
      { predikat: 'BUTUH_PERBAIKAN' as const, months: 6 },
    ]
    expect(monthWeightedPredikat(half)).toMatchObject({ score: 3.5, predikat: 'BAIK' })
    const below = [
      { predikat: 'BAIK' as const, months: 5 },
      { predikat: 'BUTUH_PERBAIKAN' as const, months: 7 },
    ]
    expect(monthWeightedPredikat(below)).toMatchObject({ score: 3.42, predikat: 'BUTUH_PERBAIKAN' })
  })

  it('misconduct is not averaged away', () => {
    const parts = (misconduct: boolean) => [
      { predikat: 'SANGAT_BAIK', months: 11 },
      { predikat: 'KURANG', months: 1, misconduct },
    ]
    expect(computeRule('F23', { parts: parts(false) })).toEqual({ score: 4.75, predikat: 'SANGAT_BAIK' })
    expect(computeRule('F23', { parts: parts(true) })).toEqual({ score: 4.75, predikat: 'BUTUH_PERBAIKAN' })
  })

  it('the cap never lifts a worse year', () => {
    expect(computeRule('F23', { parts: [{ predikat: 'KURANG', months: 12, misconduct: true }] })).toEqual({
      score: 2,
      predikat: 'KURANG',
    })
  })

  it('one SKP is its own year, for each predikat', () => {
    for (const predikat of Object.keys(siasnPredikatCodes)) {
      expect(computeRule('F23', { parts: [{ predikat, months: 12 }] })).toMatchObject({ predikat })
    }
  })

  it('refuses a year without months', () => {
    expect(() => monthWeightedPredikat([])).toThrow(RangeError)
  })
})
