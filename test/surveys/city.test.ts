import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CityTruth } from '../city/differences.ts'
import { reportDifferences } from '../city/differences.ts'
import { importCityFile } from '../city/load.ts'
import { type SatisfactionTruth, satisfactionDifferences } from '../city/satisfaction.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

const read = async (name: string): Promise<Buffer> =>
  promisify(gunzip)(await readFile(join(import.meta.dirname, '../city', `${name}.gz`)))

let home: TestDatabase
let truth: CityTruth & SatisfactionTruth

beforeAll(async () => {
  home = await createTestDatabase()
  truth = JSON.parse((await read('truth.json')).toString())
  await importCityFile(home.database, 'unit.csv', read)
})

afterAll(() => home.drop())

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
