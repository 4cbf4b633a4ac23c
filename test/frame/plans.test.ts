import { graphql } from 'graphql'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { schema } from '../../server/schema.ts'
import { teraDocuments } from '../bench/documents.ts'
import { seedLarge } from '../bench/seed-large.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

/** Enough people that every table of histories has tens of thousands of rows, so that a plan without an index would be a worse one. */
const employees = 2_000

/** Tables that stay small whatever the city does: scanning them is the fastest way. */
const bounded = ['period', 'indicator', 'indicator_version']

let city: TestDatabase
let owner: pg.Client
const sent: { text: string; values: unknown[] }[] = []

beforeAll(async () => {
  city = await createTestDatabase()
  await seedLarge(city.url, { employees })
  city.database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: readonly unknown[]) => unknown
    client.query = ((...args: readonly [string | { text: string; values?: unknown[] }, unknown[]?, ...unknown[]]) => {
      const [first, values] = args
      if (typeof first !== 'string')
        sent.push({ text: first.text, values: first.values ?? (Array.isArray(values) ? values : []) })
      return query(...args)
    }) as typeof client.query
  })
  owner = new pg.Client({ connectionString: city.url })
  await owner.connect()
}, 240_000)

afterAll(async () => {
  await owner?.end()
  await city?.drop()
})

type Plan = { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Plans?: readonly Plan[] }

function scansOf(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)]
}

/** Growing tables that PostgreSQL reads from end to end for the statements of a document. */
async function scannedBy(document: string, variables: Record<string, unknown>): Promise<string[]> {
  sent.length = 0
  const context = createContext(city.database, systemActor('test'), new Date(), 'id')
  const { errors } = await graphql({ schema, source: document, variableValues: variables, contextValue: context })
  expect(errors).toBeUndefined()
  expect(sent.length).toBeGreaterThan(0)
  const scanned: string[] = []
  for (const { text, values } of sent) {
    const { rows } = await owner.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values)
    for (const { Plan: plan } of rows[0]?.['QUERY PLAN'] ?? []) scanned.push(...scansOf(plan))
  }
  return scanned.filter((table) => !bounded.includes(table))
}

test('one person with the whole history scans no growing table', async () => {
  const { nip } = await city.database.prisma.employee.findFirstOrThrow({ orderBy: { name: 'asc' }, skip: 700 })
  expect(await scannedBy(teraDocuments.W1, { nip })).toEqual([])
})

test('people of a subtree by name scan no growing table', async () => {
  const unit = await city.database.prisma.unit.findFirstOrThrow({ where: { code: 'B000005' } })
  expect(await scannedBy(teraDocuments.W2, { unit: encodeId('Unit', unit.id), search: 'sari' })).toEqual([])
})

test('aggregates of a unit scan no growing table', async () => {
  const unit = await city.database.prisma.unit.findFirstOrThrow({ where: { code: 'B000001' } })
  expect(await scannedBy(teraDocuments.W3, { period: '2025', unit: encodeId('Unit', unit.id) })).toEqual([])
})
