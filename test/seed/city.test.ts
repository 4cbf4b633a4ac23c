import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseNip } from '../../server/organization/rules/nip.ts'
import { seedDemo } from '../../server/seed.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { digestOf } from './digest.ts'

const now = new Date('2026-08-15T03:00:00Z')
/** Writing a city takes some three seconds; on a crowded machine much longer. */
const patienceMs = 120_000
let city: TestDatabase

beforeAll(async () => {
  city = await createTestDatabase()
  await seedDemo(city.database, now)
}, patienceMs)

afterAll(() => city.drop())

/** The values that occur in a column. */
async function valuesOf(rows: Promise<readonly Record<string, unknown>[]>, field: string): Promise<unknown[]> {
  return [...new Set((await rows).map((row) => row[field]))].sort()
}

describe('every screen has life', () => {
  test('each state of an appraisal occurs, and each predikat with each reason for having none', async () => {
    const rows = city.database.prisma.appraisal.findMany({ select: { state: true, predikat: true, noPredikatReason: true } })
    expect(await valuesOf(rows, 'state')).toEqual([
      'BATAL',
      'BUKTI_DIVERIFIKASI',
      'DINILAI',
      'DISAMPAIKAN',
      'DITETAPKAN',
      'FINAL',
      'KEBERATAN',
      'MODERASI',
      'PEMERIKSAAN',
      'PENILAIAN_DIRI',
      'TERBUKA',
      'TEREKSPOR',
    ])
    expect(await valuesOf(rows, 'predikat')).toEqual(['BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_BAIK', 'SANGAT_KURANG', null])
    expect(await valuesOf(rows, 'noPredikatReason')).toEqual([
      'INSUFFICIENT_DATA',
      'NOT_APPRAISED',
      'NO_BEHAVIOUR',
      'NO_SKP',
      null,
    ])
  })

  test('each state of a plan, a measurement and an indicator version occurs, and each reason for a missing value', async () => {
    const { prisma } = city.database
    expect(await valuesOf(prisma.skp.findMany({ select: { state: true } }), 'state')).toEqual([
      'BERJALAN',
      'DIAJUKAN',
      'DIKEMBALIKAN',
      'DIREVIU',
      'DITETAPKAN',
      'DITUTUP',
      'DRAFT',
      'REVISI',
    ])
    const measurements = prisma.realisation.findMany({ select: { state: true, missingReason: true, version: true } })
    expect(await valuesOf(measurements, 'state')).toEqual(['DRAFT', 'LOCKED', 'REJECTED', 'SUBMITTED', 'VERIFIED'])
    expect(await valuesOf(measurements, 'missingReason')).toEqual([
      'FORCE_MAJEURE',
      'NOT_SUBMITTED',
      'NOT_YET_DUE',
      'SOURCE_UNAVAILABLE',
      null,
    ])
    expect(await valuesOf(measurements, 'version')).toEqual([1, 2])
    const versions = await prisma.indicatorVersion.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })
    expect(versions.map(({ state, _count }) => [state, _count])).toEqual([
      ['DRAFT', 2],
      ['REVIU', 2],
      ['AKTIF', 42],
      ['USANG', 1],
    ])
  })

  test('each kind of employment, legal standing, rater group and system of record occurs', async () => {
    const { prisma } = city.database
    const people = prisma.employee.findMany({ select: { employmentType: true, legalStanding: true } })
    expect(await valuesOf(people, 'employmentType')).toEqual(['CPNS', 'PNS', 'PPPK', 'PPPK_PARUH_WAKTU'])
    expect((await valuesOf(people, 'legalStanding')).length).toBe(10)
    expect(await valuesOf(prisma.behaviourRating.findMany({ select: { group: true } }), 'group')).toEqual([
      'ATASAN',
      'BAWAHAN',
      'DIRI',
      'REKAN',
    ])
    expect(await valuesOf(prisma.skp.findMany({ select: { system: true } }), 'system')).toEqual(['LOKAL', 'RUANG_GTK'])
  })

  test('last year is closed with its quarters, and this year is open', async () => {
    const periods = await city.database.prisma.period.findMany({ where: { kind: { not: 'MONTH' } }, orderBy: { key: 'asc' } })
    expect(periods.map(({ key, state }) => `${key} ${state}`)).toEqual([
      '2025 CLOSED',
      '2025-TW1 CLOSED',
      '2025-TW2 CLOSED',
      '2025-TW3 CLOSED',
      '2025-TW4 CLOSED',
      '2026 OPEN',
      '2026-TW1 CLOSED',
      '2026-TW2 OPEN',
      '2026-TW3 OPEN',
      '2026-TW4 PREPARED',
    ])
  })

  test('the data-quality inbox has faults of the structure and of an import, and the import shows its rejected rows', async () => {
    const { prisma } = city.database
    expect(await valuesOf(prisma.dataIssue.findMany({ select: { code: true } }), 'code')).toEqual([
      'NIP_BIRTH_MISMATCH',
      'ORPHAN_POST',
      'SUPERIOR_NOT_SERVING',
      'UNIT_EMPTY',
      'UNIT_WITHOUT_HEAD',
      'UNKNOWN_SUPERIOR',
    ])
    const rejected = await prisma.importRow.findMany({ where: { outcome: 'REJECTED' }, orderBy: { line: 'asc' } })
    expect(rejected.map(({ codes }) => codes)).toEqual([
      ['BIRTH_DATE'],
      ['UNKNOWN_UNIT'],
      ['BAD_GOLONGAN'],
      ['BAD_DATE'],
      ['REQUIRED'],
    ])
    expect(await prisma.importRun.findFirst()).toMatchObject({ state: 'FINISHED', report: { rows: 28, rejected: 5, skipped: 1 } })
  })

  test('some superiors judge too high and some too low (F13)', async () => {
    const means = await city.database.prisma.$queryRaw<{ mean: number }[]>`
      SELECT avg(bp + ak + ko + ha + lo + ad + kl)::float / 7 AS mean FROM behaviour_rating WHERE rater_group = 'ATASAN'
      GROUP BY rater_id, period_id HAVING count(*) >= 5 ORDER BY 1`
    expect(means.at(-1)?.mean).toBeGreaterThan(2.6)
    expect(means[0]?.mean).toBeLessThan(1.9)
  })
})

describe('the city is sound', () => {
  test('every NIP is valid, alone, and an invented one', async () => {
    const people = await city.database.prisma.employee.findMany({ select: { nip: true } })
    expect(people.length).toBeGreaterThan(300)
    expect(people.filter(({ nip }) => !parseNip(nip, '2026-08-15').valid || Number(nip.slice(-3)) < 901)).toEqual([])
  })

  test('weights of each plan add up to 100, and those of each family too', async () => {
    const plans = await city.database.prisma.$queryRaw<unknown[]>`
      SELECT skp_id FROM rhk GROUP BY skp_id HAVING sum(weight) <> 100`
    const families = await city.database.prisma.$queryRaw<unknown[]>`
      SELECT family FROM family_weight f JOIN indicator_version v ON v.id = f.version_id WHERE v.version = 1 GROUP BY family HAVING sum(weight) <> 100`
    expect([plans, families]).toEqual([[], []])
  })

  test('the present post is the last one of the history', async () => {
    const astray = await city.database.prisma.$queryRaw<unknown[]>`
      SELECT e.nip FROM employee e JOIN LATERAL (
        SELECT * FROM position_record p WHERE p.employee_id = e.id AND p.assignment = 'DEFINITIF' ORDER BY valid_from DESC LIMIT 1
      ) last ON (last.title, last.unit_id, last.valid_from) IS DISTINCT FROM (e.position_title, e.unit_id, e.position_from)`
    expect(astray).toEqual([])
  })

  test('a ratio is its numerator by its denominator, and no value passes the largest possible one', async () => {
    const wrong = await city.database.prisma.$queryRaw<unknown[]>`
      SELECT r.id FROM realisation r JOIN measurement_series s ON s.id = r.series_id JOIN indicator_version v ON v.indicator_id = s.indicator_id
      WHERE v.version = 1 AND (r.value > v.max_value
        OR v.aggregation = 'RASIO' AND r.value IS NOT NULL AND abs(r.numerator * v.factor / r.denominator - r.value) > 0.01)`
    expect(wrong).toEqual([])
  })

  test('nothing was measured or rated after today', async () => {
    const today = new Date('2026-08-15T00:00:00Z')
    const { prisma } = city.database
    expect(await prisma.realisation.count({ where: { measuredOn: { gt: today } } })).toBe(0)
    expect(await prisma.behaviourRating.count({ where: { ratedOn: { gt: today } } })).toBe(0)
    expect(await prisma.trainingRecord.count({ where: { endsOn: { gt: today } } })).toBe(0)
  })
})

test(
  'the same clock gives the same city, and of two seeds at once one is refused',
  async () => {
    await using again = await createTestDatabase()
    const outcomes = await Promise.allSettled([seedDemo(again.database, now), seedDemo(again.database, now)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'WRONG_STATE' } })
    expect(await digestOf(again.database)).toEqual(await digestOf(city.database))
  },
  patienceMs,
)
