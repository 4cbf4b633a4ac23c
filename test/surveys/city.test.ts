import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../server/identity/policy.ts'
import { quarterKeysIn } from '../../server/quarter-keys.ts'
import { closeSurvey } from '../../server/surveys/commands/closing.ts'
import { execute } from '../../server/transact.ts'
import type { CityTruth } from '../city/differences.ts'
import { reportDifferences } from '../city/differences.ts'
import { cityClock, importCityFile } from '../city/load.ts'
import { type SatisfactionTruth, satisfactionDifferences } from '../city/satisfaction.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

const read = async (name: string): Promise<Buffer> =>
  promisify(gunzip)(await readFile(join(import.meta.dirname, '../city', `${name}.gz`)))

let home: TestDatabase
let folder: string
let truth: CityTruth & SatisfactionTruth

beforeAll(async () => {
  home = await createTestDatabase()
  truth = JSON.parse((await read('truth.json')).toString())
  for (const name of ['unit.csv', 'indikator.csv']) await importCityFile(home.database, name, read)
  folder = mkdtempSync(join(tmpdir(), 'tera-survey-keys-'))
})

afterAll(async () => {
  await home.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('answers on paper give every index, class, interval, burst and refusal of the city exactly', async () => {
  const report = await importCityFile(home.database, 'skm-respon.csv', read)
  expect(reportDifferences('skm-respon.csv', truth.files['skm-respon.csv'], report)).toEqual([])
  expect(await satisfactionDifferences(home.database, truth, await read('skm-respon.csv'))).toEqual([])
})

test('a refused row keeps its ticket, its unit and the cell that is wrong, and nothing of the answer', async () => {
  const { prisma } = home.database
  const rows = await prisma.importRow.findMany({ where: { outcome: 'REJECTED', importRun: { kind: 'skm-respon' } } })
  expect(rows).toHaveLength(39)
  const kept = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length
  expect(rows.every(({ cells }) => kept(cells) <= 3)).toBe(true)
})

test('reading the file again counts nothing twice', async () => {
  const { prisma } = home.database
  const before = await prisma.surveyAnswer.count()
  const report = await importCityFile(home.database, 'skm-respon.csv', read)
  expect([report.accepted, await prisma.surveyAnswer.count()]).toEqual([0, before])
})

test('closing gives the indicator of the clinic a verified measurement with its respondents and the hash of the result', async () => {
  const { prisma } = home.database
  const { id, revision, unitId } = await prisma.survey.findFirstOrThrow({ where: { unit: { code: '1274.05.11' } } })
  const { id: indicatorId } = await prisma.indicator.findUniqueOrThrow({ where: { code: 'HLT-02' } })
  await prisma.survey.update({ where: { id }, data: { indicatorId } })
  const caller = { actor: systemActor('test'), now: cityClock }
  await execute(home.database, closeSurvey(quarterKeysIn(folder)), { id, revision }, caller)
  const { contentHash, realisation } = await prisma.surveySnapshot.findUniqueOrThrow({
    where: { surveyId: id },
    include: { realisation: { include: { evidences: true, series: true, period: true } } },
  })
  const { state, value, denominator, source, series, period, evidences } = realisation ?? {}
  expect([state, Number(value), Number(denominator), source]).toEqual(['VERIFIED', 85.18, 165, 'SKM'])
  expect([series?.indicatorId, series?.unitId, period?.key]).toEqual([indicatorId, unitId, '2025-TW4'])
  expect(evidences?.map(({ kind, description }) => [kind, description.includes(contentHash)])).toEqual([['SYSTEM_FEED', true]])
})
