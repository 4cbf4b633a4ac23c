import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { cityBytes } from '../exchange/city.ts'
import { type CityTruth, cityDifferences, reportDifferences } from './differences.ts'
import { cityFiles, evaluateCity, importCityFile } from './load.ts'

let store: TestDatabase
let truth: CityTruth

beforeAll(async () => {
  store = await createTestDatabase()
  truth = JSON.parse((await cityBytes('truth.json')).toString()) as CityTruth
})

afterAll(() => store.drop())

test('from the files of a city to every predikat: each count, each result and each step is the one that the rules give', async () => {
  const found: string[] = []
  for (const name of cityFiles)
    found.push(...reportDifferences(name, truth.files[name], await importCityFile(store.database, name, cityBytes)))
  expect(found).toEqual([])
  await evaluateCity(store.database)
  expect(await cityDifferences(store.database, truth)).toEqual([])
}, 300_000)
