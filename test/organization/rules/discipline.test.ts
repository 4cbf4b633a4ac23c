import { describe, expect, it } from 'vitest'
import { computeRule } from '../../../server/rules.ts'

describe('F17 names the sanction of PP 94/2021 at both ends of each band', () => {
  it.each([
    [0, null, null],
    [2, null, null],
    [3, 'RINGAN', 'TEGURAN_LISAN'],
    [4, 'RINGAN', 'TEGURAN_TERTULIS'],
    [6, 'RINGAN', 'TEGURAN_TERTULIS'],
    [7, 'RINGAN', 'PERNYATAAN_TIDAK_PUAS'],
    [10, 'RINGAN', 'PERNYATAAN_TIDAK_PUAS'],
    [11, 'SEDANG', 'POTONG_TUKIN_25_6'],
    [13, 'SEDANG', 'POTONG_TUKIN_25_6'],
    [14, 'SEDANG', 'POTONG_TUKIN_25_9'],
    [16, 'SEDANG', 'POTONG_TUKIN_25_9'],
    [17, 'SEDANG', 'POTONG_TUKIN_25_12'],
    [20, 'SEDANG', 'POTONG_TUKIN_25_12'],
    [21, 'BERAT', 'PENURUNAN_JABATAN_12'],
    [24, 'BERAT', 'PENURUNAN_JABATAN_12'],
    [25, 'BERAT', 'PEMBEBASAN_JADI_PELAKSANA_12'],
    [27, 'BERAT', 'PEMBEBASAN_JADI_PELAKSANA_12'],
    [28, 'BERAT', 'PDHTAPS'],
    [200, 'BERAT', 'PDHTAPS'],
  ])('%i days → %s %s', (days, level, sanction) => {
    expect(computeRule('F17', { days })).toEqual({ level, sanction })
  })

  it('ten consecutive days weigh as much as twenty-eight single ones, nine do not', () => {
    expect(computeRule('F17', { days: 10, consecutiveDays: 10 })).toEqual({ level: 'BERAT', sanction: 'PDHTAPS' })
    expect(computeRule('F17', { days: 10, consecutiveDays: 9 })).toEqual({ level: 'RINGAN', sanction: 'PERNYATAAN_TIDAK_PUAS' })
  })
})
