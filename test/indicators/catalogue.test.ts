import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importKinds } from '../../server/exchange/rules/kinds.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { adoptCatalogue } from '../../server/indicators/commands/adopt-catalogue.ts'
import { contentHash } from '../../server/indicators/rules/definition.ts'
import { problemsOf } from '../../server/indicators/rules/problems.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { judge } from '../exchange/city.ts'
import { Desk, now } from './desk.ts'

let server: TestDatabase
let desk: Desk
const statements: string[] = []

beforeAll(async () => {
  server = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  desk = new Desk(server.database)
})
afterAll(() => server.drop())

describe("a city's own catalogue", () => {
  const adopt = async () => {
    const { records } = await judge(importKinds.indikator, 'indikator.csv', {
      indicators: new Set<string>(),
      existing: new Map(),
    })
    const adopted = await server.database.prisma.$transaction((tx) =>
      adoptCatalogue(tx, records, { actor: systemActor('test'), now, importRunId: null }),
    )
    return { records, adopted }
  }

  test('is in force as it stands: one hashed version for each code, in as many statements for all as for one', async () => {
    statements.length = 0
    const { records, adopted } = await adopt()
    expect(statements.filter((sql) => /^\s*(insert|select|update)/i.test(sql)).length).toBeLessThanOrEqual(3)
    expect([...adopted.keys()].sort()).toEqual(records.map(({ code }) => code).sort())
    const rows = await server.database.prisma.indicatorVersion.findMany({ include: { indicator: true, familyWeights: true } })
    expect(rows).toHaveLength(records.length)
    for (const row of rows) {
      const record = records.find(({ code }) => code === row.indicator.code)!
      expect(row).toMatchObject({
        state: 'AKTIF',
        version: record.version,
        name: record.name,
        sourceHash: record.sourceHash,
        publishedAt: now,
      })
      expect(row.target?.toFixed() ?? null).toBe(record.target)
      expect(row.familyWeights).toHaveLength(record.families.length)
      expect(row.contentHash).toBe(contentHash(record.code, row.version, row))
      expect(row.indicator).toMatchObject({ name: record.name, state: 'AKTIF' })
    }
  })

  test('could be appraised as it stands: nothing in it blocks', async () => {
    const rows = await server.database.prisma.indicatorVersion.findMany({ include: { indicator: true, familyWeights: true } })
    const faults = rows.flatMap((row) =>
      problemsOf(row, { code: row.indicator.code, isCounterKnown: true, predecessorFrom: null }).filter(
        ({ isBlocking }) => isBlocking,
      ),
    )
    expect(faults).toEqual([])
  })

  test('taken over again, changes nothing', async () => {
    const before = await server.database.prisma.indicatorVersion.count()
    const { adopted } = await adopt()
    expect(adopted.size).toBe(0)
    expect(await server.database.prisma.indicatorVersion.count()).toBe(before)
  })
})

describe('a published definition is immutable in SQL, whoever writes', () => {
  const asOwner = async (sql: string, values: readonly unknown[]) => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    try {
      return await client.query(sql, [...values])
    } finally {
      await client.end()
    }
  }

  test.each([
    ['its target', `UPDATE indicator_version SET target = 1 WHERE id = $1`],
    ['its hash', `UPDATE indicator_version SET content_hash = '' WHERE id = $1`],
    ['its editors', `UPDATE indicator_version SET editor_ids = '{}' WHERE id = $1`],
    ['its way back to a draft', `UPDATE indicator_version SET state = 'DRAFT' WHERE id = $1`],
    ['itself', `DELETE FROM indicator_version WHERE id = $1`],
    ['a weight', `UPDATE family_weight SET weight = 1 WHERE version_id = $1`],
    [
      'the absence of a weight',
      `INSERT INTO family_weight (id, version_id, family, weight) VALUES (gen_random_uuid(), $1, 'X', 1)`,
    ],
    ['all weights', `DELETE FROM family_weight WHERE version_id = $1`],
  ])('%s', async (_, sql) => {
    const id = await desk.published()
    await expect(asOwner(sql, [id])).rejects.toMatchObject({ code: '23001' })
  })

  test('a draft can still be changed and removed', async () => {
    const id = await desk.draft()
    await asOwner(`UPDATE family_weight SET weight = 1 WHERE version_id = $1`, [id])
    await asOwner(`UPDATE indicator_version SET target = 1 WHERE id = $1`, [id])
    expect((await asOwner(`DELETE FROM indicator_version WHERE id = $1`, [id])).rowCount).toBe(1)
  })
})
