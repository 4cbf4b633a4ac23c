import { describe, expect, test } from 'vitest'
import { mapHeaders, mapTable } from '../../server/exchange/rules/headers.ts'
import { pegawai } from '../../server/exchange/rules/kinds/pegawai.ts'
import { realisasi } from '../../server/exchange/rules/kinds/realisasi.ts'
import { unit } from '../../server/exchange/rules/kinds/unit.ts'
import { importKinds, isImportKind } from '../../server/exchange/rules/kinds.ts'
import { cityTable } from './city.ts'

describe('headers', () => {
  test.each(Object.values(importKinds))('the template of $name maps onto itself and leaves nothing out', ({ name, columns }) => {
    const headers = Object.values(columns).map(({ header }) => header)
    const mapping = mapHeaders<string>({ columns }, headers)
    expect({ name, order: Object.values(mapping.columns), unknown: mapping.unknown }).toEqual({
      name,
      order: headers.map((_, index) => index),
      unknown: [],
    })
  })

  test('the headers of another clerk are found, and only the running number is not read', async () => {
    const { headers } = await cityTable('pegawai-variasi.csv')
    const { columns, unknown, missing } = mapHeaders(pegawai, headers)
    expect(unknown).toEqual(['No'])
    expect(missing).toEqual([])
    expect(Object.entries(columns).filter(([, index]) => index < 0)).toEqual([])
  })

  test('case, punctuation and blanks do not matter', () => {
    const { columns, missing } = mapHeaders(unit, [' kode.', 'Nama', 'JENIS', 'kode_induk', 'layanan  publik'])
    expect(missing).toEqual([])
    expect(columns).toEqual({ code: 0, name: 1, type: 2, parentCode: 3, isServiceUnit: 4 })
  })

  test('a canonical header wins over a synonym, and a header serves one column', () => {
    const { columns, unknown } = mapHeaders(realisasi, ['KODE IKI', 'NIP', 'NIP/KODE UNIT', 'PERIODE', 'NILAI', 'TANGGAL'])
    expect(columns.subject).toBe(2)
    expect(unknown).toEqual(['NIP'])
  })

  test('of two equal headers the first is read and the other reported', () => {
    const { columns, unknown } = mapHeaders(unit, ['KODE', 'NAMA', 'JENIS', 'KODE INDUK', 'KODE'])
    expect(columns.code).toBe(0)
    expect(unknown).toEqual(['KODE'])
  })

  test('missing required columns are listed', () => {
    expect(mapHeaders(unit, ['NAMA', 'X']).missing).toEqual(['KODE', 'JENIS', 'KODE INDUK'])
    expect(() => mapTable(unit, { headers: ['NAMA', 'X'], rows: [] })).toThrowError(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        fields: { KODE: 'MISSING_COLUMN', JENIS: 'MISSING_COLUMN', 'KODE INDUK': 'MISSING_COLUMN' },
      }),
    )
  })

  test('a person may map a column by hand, or leave one out', () => {
    const headers = ['A', 'NAMA', 'JENIS', 'KODE INDUK', 'LAYANAN PUBLIK']
    const { columns, missing } = mapHeaders(unit, headers, { code: 'A', isServiceUnit: null })
    expect(missing).toEqual([])
    expect(columns).toEqual({ code: 0, name: 1, type: 2, parentCode: 3, isServiceUnit: -1 })
  })

  test('a hand-made mapping to a header that the file lacks is refused', () => {
    expect(() => mapHeaders(unit, ['KODE'], { code: 'B' })).toThrowError(
      expect.objectContaining({ code: 'INVALID_INPUT', fields: { code: 'MISSING_COLUMN' } }),
    )
  })

  test('a kind is known by the stem of its file alone', () => {
    expect(isImportKind('perilaku-360')).toBe(true)
    expect(isImportKind('toString')).toBe(false)
  })
})
