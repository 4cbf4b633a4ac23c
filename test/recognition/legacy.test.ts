import { afterAll, beforeAll, expect, it } from 'vitest'
import { importKindOf } from '../../server/exchange/rules/kinds.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { csv, loadOffice, nips, send } from '../exchange/office.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase()
  await loadOffice(test.database)
})
afterAll(() => test.drop())

const header = 'nip;tahun;nilai_skp;nilai_perilaku;skema;ide_baru;sumber'

const file = csv(
  header,
  `${nips[0]};2020;112;108;70/30;Y;SKP 2020`,
  `${nips[0]};2021;112;108;70/30;T;SKP 2021`,
  `${nips[1]};2021;88;92;60/40;;SKP 2021`,
  `${nips[1]};2021;88;92;60/40;;SKP 2021`,
  `${nips[1]};2021;90;92;60/40;;SKP 2021`,
  `${nips[1]};2022;88;92;60/40;;SKP 2022`,
  `${nips[1]};2020;121;92;60/40;;SKP 2020`,
  `${nips[1]};2020;delapan;92;60/40;;SKP 2020`,
  `${nips[1]};2020;80;92;50/50;;SKP 2020`,
  `${nips[1]};2020;80;92;60/40;;`,
  '199901012022011901;2020;80;92;60/40;;SKP 2020',
)

it('results of 2019–2021 are read in by F5, once, with a code for each row that is not', async () => {
  expect(importKindOf('riwayat-skp-lama')).toBe('riwayat-skp-lama')
  const dry = await send(test.database, 'riwayat-skp-lama', file, { isDryRun: true })
  expect(dry).toMatchObject({ accepted: 3, skipped: 1, rejected: 7 })
  expect(await test.database.prisma.legacyResult.count()).toBe(0)
  const report = await send(test.database, 'riwayat-skp-lama', file)
  expect(report.rejectedByCode).toEqual({
    BAD_ENUM: 1,
    BAD_NUMBER: 1,
    BAD_PERIOD: 1,
    DUPLICATE_CONFLICT: 1,
    OUT_OF_RANGE: 1,
    REQUIRED: 1,
    UNKNOWN_EMPLOYEE: 1,
  })
  const rows = await test.database.prisma.legacyResult.findMany({ orderBy: [{ employee: { nip: 'asc' } }, { year: 'asc' }] })
  expect(rows.map(({ year, value, predikat }) => [year, value.toFixed(2), predikat])).toEqual([
    [2020, '110.80', 'SANGAT_BAIK'],
    [2021, '110.80', 'BAIK'],
    // Cukup is called Butuh Perbaikan since 2022.
    [2021, '89.60', 'BUTUH_PERBAIKAN'],
  ])
  expect(await send(test.database, 'riwayat-skp-lama', file)).toMatchObject({ accepted: 0, skipped: 4, rejected: 7 })
})
