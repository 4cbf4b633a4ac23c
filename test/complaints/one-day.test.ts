import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layOutYear } from '../../server/appraisals/commands/periods.ts'
import { recordDueRates, recordOneDayRates } from '../../server/complaints/commands/one-day.ts'
import { shownFigures } from '../../server/complaints/queries/shown-figures.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { execute } from '../../server/transact.ts'
import { auditOf } from '../audit-rows.ts'
import { reportDifferences } from '../city/differences.ts'
import { importCityFile } from '../city/load.ts'
import { complaintQuarter, type OneDayTruth, oneDayDifferences } from '../city/one-day.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { cityBytes, cityTruth } from '../exchange/city.ts'
import { actorWith } from '../exchange/office.ts'

/** A week after the quarter, while its data are still taken. */
const now = new Date('2026-01-09T03:00:00Z')
const caller = { actor: systemActor('test'), now }
const periodKey = '2025-TW4'

let store: TestDatabase
let truth: Awaited<ReturnType<typeof cityTruth>> & OneDayTruth

beforeAll(async () => {
  store = await createTestDatabase()
  truth = (await cityTruth()) as typeof truth
}, 60_000)
afterAll(() => store.drop())

describe('complaints of a city', () => {
  test('every row of the file is counted as the truth says, and so is the one-day rate of every unit', async () => {
    const found: string[] = []
    for (const name of ['unit.csv', 'indikator.csv', 'pengaduan.csv'])
      found.push(...reportDifferences(name, truth.files[name], await importCityFile(store.database, name, cityBytes)))
    expect(found).toEqual([])
    expect(await oneDayDifferences(store.database, truth)).toEqual([])
    // Told which complaint they repeat; the ones that repeat a refused row are not.
    expect(await store.database.prisma.complaint.count({ where: { duplicateOfId: { not: null } } })).toBeGreaterThan(100)
  }, 60_000)

  test('small units are left out of figures for whoever may not read complaints', async () => {
    const asked = { from: complaintQuarter.startsOn, to: complaintQuarter.endsOn }
    const { reads: db } = store.database
    const all = await shownFigures({ db, actor: actorWith('INSPECTOR'), now }, asked)
    const shown = await shownFigures({ db, actor: actorWith('EMPLOYEE'), now }, asked)
    expect(all).toHaveLength(truth.oneDayRate.length)
    expect(shown.every(({ eligible }) => eligible >= 5)).toBe(true)
    const far = { from: new Date('2020-01-01'), to: new Date('2025-01-01') }
    await expect(shownFigures({ db, actor: actorWith('INSPECTOR'), now }, far)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('one-day rates in the appraisals', () => {
  const run = (actor = caller.actor, at = now) => execute(store.database, recordOneDayRates, { periodKey }, { actor, now: at })

  test('are recorded by the desk of the city alone, and only of a quarter that is over', async () => {
    await store.database.prisma.$transaction((tx) => layOutYear(tx, 2025, { state: 'OPEN', createdAt: now }))
    await expect(run(actorWith('INSPECTOR'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(run(caller.actor, new Date('2025-12-30T00:00:00Z'))).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await store.database.prisma.complaintFigure.count()).toBe(0)
  })

  test('become verified measurements with numerator, denominator and hash, once however often it runs', async () => {
    const { prisma } = store.database
    const runs = await Promise.all([run(), run()])
    expect(runs.map(({ units }) => units).sort((a, b) => a - b)).toEqual([0, truth.oneDayRate.length])
    expect((await run()).units).toBe(0)
    expect(await auditOf(store.database, () => recordDueRates(store.database, caller))).toEqual([])
    const figures = await prisma.complaintFigure.findMany({
      include: { unit: true, realisation: { include: { series: { include: { indicator: true } }, evidences: true } } },
    })
    for (const { unit, handled, eligible, contentHash, realisation } of figures) {
      expect(realisation, unit.code).toMatchObject({
        state: 'VERIFIED',
        series: { unitId: unit.id, employeeId: null, indicator: { code: 'CMP-01' } },
        evidences: [{ kind: 'SYSTEM_FEED' }],
      })
      expect([Number(realisation?.numerator), Number(realisation?.denominator)]).toEqual([handled, eligible])
      expect(realisation?.note).toContain(contentHash)
    }
  }, 60_000)

  test('follow when a complaint comes to count otherwise, as a new version beside the old one', async () => {
    const { prisma } = store.database
    const one = await prisma.complaint.findFirstOrThrow({ where: { state: 'SELESAI', exclusion: null, reopenedAt: null } })
    await prisma.complaint.update({ where: { id: one.id }, data: { exclusion: 'SPAM', state: 'DITOLAK' } })
    expect((await run()).units).toBe(1)
    const versions = await prisma.realisation.findMany({
      where: { series: { unitId: one.unitId, indicator: { code: 'CMP-01' } } },
      orderBy: { version: 'asc' },
      include: { oneDayFigure: true },
    })
    expect(versions.map(({ version, oneDayFigure }) => [version, oneDayFigure?.spam])).toEqual([
      [1, expect.any(Number)],
      [2, (versions[0]?.oneDayFigure?.spam ?? 0) + 1],
    ])
    const id = versions[0]?.oneDayFigure?.id ?? ''
    await expect(prisma.complaintFigure.update({ where: { id }, data: { handled: 0 } })).rejects.toMatchObject({ code: 'P2003' })
  })
})
