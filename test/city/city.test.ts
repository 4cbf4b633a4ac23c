import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../server/identity/policy.ts'
import { raterFingerprints } from '../../server/moderation/queries/fingerprints.ts'
import { gamingSignals } from '../../server/moderation/queries/signals.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { cityBytes } from '../exchange/city.ts'
import { cityDifferences, reportDifferences } from './differences.ts'
import { type HoursTruth, hoursDifferences } from './hours.ts'
import { type ImpactTruth, impactDifferences } from './impact.ts'
import { cityFiles, evaluateCity, importCityFile } from './load.ts'
import { type OneDayTruth, oneDayDifferences } from './one-day.ts'

let store: TestDatabase
let truth: HoursTruth & OneDayTruth & ImpactTruth

beforeAll(async () => {
  store = await createTestDatabase()
  truth = JSON.parse((await cityBytes('truth.json')).toString()) as typeof truth
})

afterAll(() => store.drop())

test('from the files of a city to every predikat: each count, each result and each step is the one that the rules give', async () => {
  const found: string[] = []
  for (const name of cityFiles)
    found.push(...reportDifferences(name, truth.files[name], await importCityFile(store.database, name, cityBytes)))
  expect(found).toEqual([])
  await evaluateCity(store.database)
  expect(await cityDifferences(store.database, truth)).toEqual([])
  expect(await hoursDifferences(store.database, truth)).toEqual([])
  expect(await impactDifferences(store.database, truth)).toEqual([])
  expect(await oneDayDifferences(store.database, truth)).toEqual([])
}, 300_000)

type Planted = {
  readonly raters: { readonly planted: readonly { readonly nip: string; readonly flag: string }[] }
  readonly gaming: readonly { readonly type: string; readonly unit: string }[]
}

test('the lenient and the severe superiors are found, all of them, with at most one false alarm', async () => {
  const { raters } = truth as typeof truth & Planted
  const asked = { db: store.database.reads, actor: systemActor('test') }
  const marked = (await raterFingerprints(asked, '2025')).filter(({ flag }) => flag !== 'OK')
  const people = await store.database.prisma.employee.findMany({
    where: { id: { in: marked.map(({ raterId }) => raterId) } },
    select: { id: true, nip: true },
  })
  const nips = new Map(people.map(({ id, nip }) => [id, nip]))
  const found = marked.map(({ raterId, flag }) => `${nips.get(raterId)} ${flag}`)
  const planted = raters.planted.map(({ nip, flag }) => `${nip} ${flag}`)
  expect(planted.filter((one) => !found.includes(one))).toEqual([])
  expect(found.filter((one) => !planted.includes(one)).length).toBeLessThanOrEqual(1)
})

test('the planted cases of gaming are asked about', async () => {
  const { gaming } = truth as typeof truth & Planted
  const asked = { db: store.database.reads, actor: systemActor('test') }
  const signals = await gamingSignals(asked, { periodKey: '2025' })
  const units = await store.database.prisma.unit.findMany({ select: { id: true, code: true } })
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const found = new Set(signals.map(({ code, unitId }) => `${code} ${codes.get(unitId)}`))
  const names: Readonly<Record<string, string>> = { BUNCHING_110: 'BUNCHING_HIGH' }
  const planted = gaming.map(({ type, unit }) => `${names[type] ?? type} ${unit}`)
  expect(planted.filter((one) => !found.has(one))).toEqual([])
})
