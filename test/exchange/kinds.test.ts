import { describe, expect, test } from 'vitest'
import { pegawai } from '../../server/exchange/rules/kinds/pegawai.ts'
import { perilaku360 } from '../../server/exchange/rules/kinds/perilaku-360.ts'
import { realisasi } from '../../server/exchange/rules/kinds/realisasi.ts'
import { riwayatJabatan } from '../../server/exchange/rules/kinds/riwayat-jabatan.ts'
import { unit } from '../../server/exchange/rules/kinds/unit.ts'
import { nothingStored as existing, storedBy } from './city.ts'
import { judge, marks } from './judge.ts'

describe('unit', () => {
  const facts = { units: new Set<string>(), existing }

  test('children may stand before their parents', () => {
    const judged = judge(unit, facts, ['1.1.1;C;SEKSI;1.1;T', '1.1;B;BIDANG;1;T', '1;A;DINAS;;Y'])
    expect(marks(judged)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
  })

  test('a unit under a rejected unit is rejected too, because it could not be stored', () => {
    expect(marks(judge(unit, facts, ['1;A;KANTOR;;Y', '1.1;B;BIDANG;1;T', '9;C;DINAS;8;T']))).toEqual([
      'REJECTED BAD_ENUM',
      'REJECTED UNKNOWN_UNIT',
      'REJECTED UNKNOWN_UNIT',
    ])
  })

  test('units that are their own ancestors are rejected as a cycle', () => {
    expect(marks(judge(unit, facts, ['1;A;DINAS;2;Y', '2;B;DINAS;1;T', '3;C;SEKSI;2;T']))).toEqual(
      Array(3).fill('REJECTED UNIT_CYCLE'),
    )
  })

  test('a parent from an earlier import is known', () => {
    expect(marks(judge(unit, { units: new Set(['1']), existing }, ['1.1;B;BIDANG;1;T']))).toEqual(['ACCEPTED'])
  })

  test('the first accepted row of a key wins, and a rejected row does not reserve it', () => {
    expect(
      marks(judge(unit, facts, ['1;A;KANTOR;;Y', '1;A;DINAS;;Y', ' 1 ;A;DINAS;;Y', '1;B;DINAS;;Y', '1;A;DINAS;;Y;x'])),
    ).toEqual(['REJECTED BAD_ENUM', 'ACCEPTED', 'SKIPPED', 'REJECTED DUPLICATE_CONFLICT', 'REJECTED COLUMN_COUNT'])
  })

  test('changed content under a stored key is a conflict and writes nothing', () => {
    const first = judge(unit, facts, ['1;A;DINAS;;Y'])
    const second = judge(unit, { units: new Set(['1']), existing: storedBy(first) }, ['1;Z;DINAS;;Y'])
    expect(marks(second)).toEqual(['REJECTED DUPLICATE_CONFLICT'])
    expect(second.records).toEqual([])
  })

  test('columns that nothing reads, and the order of columns, do not change the content', () => {
    const first = judge(unit, facts, ['1;A;DINAS;;Y'])
    const mended = judge(
      unit,
      { units: new Set(['1']), existing: storedBy(first) },
      ['A;1;;DINAS;Y;why'],
      ['NAMA', 'KODE', 'KODE INDUK', 'JENIS', 'LAYANAN PUBLIK', 'PENJELASAN'],
    )
    expect(marks(mended)).toEqual(['SKIPPED'])
  })
})

describe('pegawai', () => {
  const [a, b, c] = ['198007192002012901', '198007192002012902', '198007192002012903'] as const
  const headers = ['NIP', 'NAMA', 'STATUS', 'JABATAN', 'KODE UNIT', 'NIP ATASAN', 'KEDUDUKAN HUKUM']
  const person = (nip: string, superior = '', standing = 'Aktif') => `${nip};Ani;PNS;Analis;1;${superior};${standing}`
  const facts = { units: new Set(['1']), employees: new Map<string, { superiorNip: string | null }>(), existing }

  test('every member of a cycle is warned and loses the link, the people below it keep theirs', () => {
    const judged = judge(pegawai, facts, [person(a, b), person(b, a), person(c, a)], headers)
    expect(marks(judged)).toEqual(['ACCEPTED_WITH_WARNING SUPERIOR_CYCLE', 'ACCEPTED_WITH_WARNING SUPERIOR_CYCLE', 'ACCEPTED'])
    expect(judged.records.map(({ superiorNip }) => superiorNip)).toEqual([null, null, a])
  })

  test('a cycle that closes through people who are stored already is found', () => {
    const judged = judge(pegawai, { ...facts, employees: new Map([[b, { superiorNip: a }]]) }, [person(a, b)], headers)
    expect(marks(judged)).toEqual(['ACCEPTED_WITH_WARNING SUPERIOR_CYCLE'])
  })

  test('a superior who is stored already, or stands later in the file, is known', () => {
    const judged = judge(
      pegawai,
      { ...facts, employees: new Map([[c, { superiorNip: null }]]) },
      [person(a, b), person(b, c)],
      headers,
    )
    expect(judged.records.map(({ superiorNip }) => superiorNip)).toEqual([b, c])
  })

  test('a superior whose own row is rejected is unknown', () => {
    expect(marks(judge(pegawai, facts, [person(a, b), `${b};;PNS;Analis;1;;`], headers))).toEqual([
      'ACCEPTED_WITH_WARNING UNKNOWN_SUPERIOR',
      'REJECTED REQUIRED',
    ])
  })

  test('an unknown legal standing is refused rather than taken for active', () => {
    const judged = judge(pegawai, facts, [person(a, '', 'Entah'), person(b, '', ''), person(c, '', 'tugas belajar')], headers)
    expect(marks(judged)).toEqual(['REJECTED BAD_ENUM', 'ACCEPTED', 'ACCEPTED'])
    expect(judged.records.map(({ legalStanding }) => legalStanding)).toEqual(['AKTIF', 'TUGAS_BELAJAR'])
  })

  test('the column at fault is named', () => {
    const { outcomes } = judge(pegawai, facts, [`${a};Ani;PNS;Analis;2;;`], headers)
    expect(outcomes[0]).toMatchObject({ codes: ['UNKNOWN_UNIT'], column: 'KODE UNIT' })
  })
})

describe('riwayat-jabatan', () => {
  const facts = { employees: new Set(['1']), existing }
  const span = (from: string, to: string) => `1;Staf;Pelaksana;-;Unit;${from};${to};1;`

  test('rows are compared with their neighbours by date, not by their order in the file', () => {
    expect(
      marks(
        judge(riwayatJabatan, facts, [
          span('01-03-2020', ''),
          span('01-01-2020', '29-02-2020'),
          span('01-03-2019', '31-12-2019'),
        ]),
      ),
    ).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
  })

  test('an open end overlaps whatever follows, two days between are a gap', () => {
    expect(
      marks(
        judge(riwayatJabatan, facts, [
          span('01-01-2019', '31-12-2019'),
          span('03-01-2020', ''),
          span('01-01-2021', '31-12-2021'),
        ]),
      ),
    ).toEqual(['ACCEPTED', 'ACCEPTED_WITH_WARNING GAP', 'ACCEPTED_WITH_WARNING OVERLAP'])
  })

  test('rows that are stored already are neighbours of new ones', () => {
    const before = judge(riwayatJabatan, facts, [span('01-01-2019', '31-12-2019')])
    const after = judge(riwayatJabatan, { ...facts, existing: storedBy(before) }, [
      span('01-01-2019', '31-12-2019'),
      span('15-12-2019', ''),
    ])
    expect(marks(after)).toEqual(['SKIPPED', 'ACCEPTED_WITH_WARNING OVERLAP'])
  })
})

describe('realisasi', () => {
  const facts = {
    indicators: new Map([
      ['R', { aggregation: 'RASIO', factor: '100', maxValue: '100' } as const],
      ['S', { aggregation: 'JUMLAH', factor: '1', maxValue: null } as const],
    ]),
    employees: new Set(['1']),
    units: new Set(['9']),
    planned: new Set(['R|1', 'S|9']),
    existing,
  }
  const row = (value: string, numerator: string, denominator: string, on = '31-03-2025', reason = '') =>
    `R;1;2025-TW1;${value};${numerator};${denominator};${on};Log;https://a.example/1;${reason}`

  test.each([
    ['33,33', '1', '3', 'ACCEPTED'],
    ['33,34', '1', '3', 'ACCEPTED'],
    ['33,35', '1', '3', 'ACCEPTED_WITH_WARNING VALUE_MISMATCH'],
    ['50,01', '1', '2', 'ACCEPTED'],
    ['49,99', '1', '2', 'ACCEPTED'],
    ['50,0100001', '1', '2', 'ACCEPTED_WITH_WARNING VALUE_MISMATCH'],
    ['50', '', '2', 'REJECTED REQUIRED'],
    ['50', '1', '', 'REJECTED REQUIRED'],
    ['50', '1', '0', 'REJECTED OUT_OF_RANGE'],
    ['50', '-1', '2', 'REJECTED INVALID_REALISATION'],
    ['100,0000001', '1', '1', 'REJECTED OUT_OF_RANGE'],
  ])('%s of %s/%s is %s', (value, numerator, denominator, mark) => {
    expect(marks(judge(realisasi, facts, [row(value, numerator, denominator)]))).toEqual([mark])
  })

  test.each([
    ['31-12-2024', 'REJECTED OUT_OF_PERIOD'],
    ['01-01-2025', 'ACCEPTED'],
    ['10-04-2025', 'ACCEPTED'],
    ['11-04-2025', 'REJECTED OUT_OF_PERIOD'],
    ['', 'REJECTED BAD_DATE'],
  ])('a value of the first quarter recorded on %s is %s', (on, mark) => {
    expect(marks(judge(realisasi, facts, [row('50', '1', '2', on)]))).toEqual([mark])
  })

  test('the fourth quarter stays open until 10 January', () => {
    const lines = ['10-01-2026', '11-01-2026'].map((on, index) => `S;9;2025-TW4;${index};;;${on};Log;http://a.example;`)
    expect(marks(judge(realisasi, facts, lines))).toEqual(['ACCEPTED', 'REJECTED OUT_OF_PERIOD'])
  })

  test('a missing value needs a known reason and no evidence', () => {
    const lines = ['NOT_YET_DUE', 'LUPA', ''].map((reason) => `S;9;2025-TW1;-;;;31-03-2025;Log;;${reason}`)
    expect(marks(judge(realisasi, facts, lines))).toEqual(['ACCEPTED', 'REJECTED BAD_ENUM', 'REJECTED REASON_REQUIRED'])
  })
})

describe('perilaku-360', () => {
  const facts = {
    employees: new Map([
      ['1', { superiorNip: '2' }],
      ['2', { superiorNip: null }],
      ['3', { superiorNip: '2' }],
    ]),
    existing,
  }
  const row = (ratee: string, rater: string, group: string, values = '3;3;3;3;3;3;3', result = '') =>
    `2025;${ratee};${rater};${group};${values};${result};;`

  test.each([
    [row('1', '2', 'ATASAN', undefined, '2'), 'ACCEPTED'],
    [row('1', '3', 'ATASAN'), 'REJECTED NOT_PENILAI'],
    [row('2', '3', 'ATASAN'), 'ACCEPTED_WITH_WARNING PENILAI_UNVERIFIED'],
    [row('1', '1', 'REKAN'), 'REJECTED SELF_APPRAISAL'],
    [row('1', '1', 'DIRI'), 'ACCEPTED'],
    [row('1', '3', 'DIRI'), 'REJECTED BAD_ENUM'],
    [row('1', '3', 'REKAN', '3;3;;3;2,0;3;3'), 'ACCEPTED'],
    [row('1', '3', 'REKAN', '3;4;baik;3;3;3;3'), 'REJECTED OUT_OF_RANGE'],
    [row('1', '3', 'REKAN', '3;baik;4;3;3;3;3'), 'REJECTED BAD_NUMBER'],
    [row('1', '3', 'REKAN', '3;2,5;3;3;3;3;3'), 'REJECTED OUT_OF_RANGE'],
    [row('1', '3', 'REKAN').replace('2025', '2024'), 'REJECTED BAD_PERIOD'],
  ])('%s is %s', (line, mark) => {
    expect(marks(judge(perilaku360, facts, [line]))).toEqual([mark])
  })
})
