import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, anonymous } from '../../server/identity/policy.ts'
import { canRead } from '../../server/indicators/policy.ts'
import { visibleIndicators, visibleVersions } from '../../server/indicators/queries.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { askOf, fillCatalogue } from './ask.ts'
import { author, Desk, employee, inspector } from './desk.ts'

let server: TestDatabase
const statements: string[] = []
const ask = (actor: Actor, document: string, variables?: Record<string, unknown>) =>
  askOf(server.database, actor, document, variables)

beforeAll(async () => {
  server = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  await fillCatalogue(new Desk(server.database))
})
afterAll(() => server.drop())

describe('the catalogue', () => {
  const list = `query ($filter: IndicatorFilter, $first: Int, $offset: Int) {
    indicators(filter: $filter, first: $first, offset: $offset) { totalCount nodes { code currentVersion { version state } } } }`
  const codesOf = (data: unknown) =>
    (data as { indicators: { nodes: { code: string }[] } }).indicators.nodes.map(({ code }) => code)

  test('shows drafts to those who read the whole catalogue, and to an employee what was published', async () => {
    expect((await ask(inspector, list)).data).toEqual({
      indicators: {
        totalCount: 3,
        nodes: [
          { code: 'AAA-01', currentVersion: { version: 1, state: 'AKTIF' } },
          { code: 'BBB-01', currentVersion: { version: 1, state: 'DRAFT' } },
          { code: 'CCC-01', currentVersion: { version: 1, state: 'AKTIF' } },
        ],
      },
    })
    const seen = await ask(employee, list)
    expect(codesOf(seen.data)).toEqual(['AAA-01', 'CCC-01'])
    expect(seen.codes).toEqual([])
  })

  test('nobody sees it unsigned', async () => {
    expect(await ask(anonymous, list)).toEqual({ data: null, codes: [['indicators', 'UNAUTHENTICATED']] })
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['part of the name, in any case', { search: ' PERMITS  in' }, ['AAA-01']],
    ['part of the code', { search: 'bb-0' }, ['BBB-01']],
    ['state', { state: 'AKTIF' }, ['AAA-01', 'CCC-01']],
    ['open draft', { draftState: 'DRAFT' }, ['AAA-01', 'BBB-01']],
    ['family', { family: 'GURU' }, ['CCC-01']],
    ['aspect', { aspect: 'WAKTU' }, ['AAA-01']],
    ['aspect and family at once', { aspect: 'WAKTU', family: 'GURU' }, []],
    [
      'unit, polarity, attribution and frequency',
      { unit: 'PERCENT', polarity: 'MAXIMIZE', attribution: 'UNIT', frequency: 'TRIWULAN' },
      ['AAA-01', 'BBB-01', 'CCC-01'],
    ],
  ])('is filtered by %s', async (_, filter, codes) => {
    expect(codesOf((await ask(inspector, list, { filter })).data)).toEqual(codes)
  })

  test('a filter tells an employee nothing of drafts', async () => {
    for (const filter of [{ draftState: 'DRAFT' }, { search: 'Secret' }, { state: 'DRAFT' }, { aspect: 'KUANTITAS' }]) {
      expect(codesOf((await ask(employee, list, { filter })).data)).toEqual([])
    }
  })

  test('is paged by number', async () => {
    const page = await ask(inspector, list, { first: 1, offset: 1 })
    expect(page.data).toMatchObject({ indicators: { totalCount: 3, nodes: [{ code: 'BBB-01' }] } })
  })

  test('a page costs as many statements as one indicator', async () => {
    const nested = `query ($first: Int) { indicators(first: $first) { nodes { code
      currentVersion { id editedBy familyWeights { family } actions { name enabled } differences { field } problems { code } }
      openDraft { id version } versions(first: 5) { totalCount nodes { version state } } } } }`
    const count = async (first: number) => {
      statements.length = 0
      const { codes } = await ask(inspector, nested, { first })
      expect(codes).toEqual([])
      return statements.length
    }
    await count(1)
    const one = await count(1)
    expect(await count(3)).toBe(one)
    expect(one).toBeLessThanOrEqual(8)
  })
})

describe('facets', () => {
  const facets = '{ indicatorFacets { name values { value count } } }'

  test.each([
    ['for those who read the whole catalogue', inspector],
    ['for an employee', employee],
  ])('count what the filters then find, %s', async (_, actor) => {
    const { data } = await ask(actor, facets)
    const found = (data as { indicatorFacets: { name: string; values: { value: string; count: number }[] }[] }).indicatorFacets
    expect(found.map(({ name }) => name)).toEqual([
      'state',
      'draftState',
      'family',
      'aspect',
      'polarity',
      'attribution',
      'unit',
      'frequency',
      'sourceSystem',
      'sourceOwner',
      'isStale',
    ])
    for (const { name, values } of found) {
      for (const { value, count } of values) {
        const filter = { [name]: name === 'isStale' ? value === 'true' : value }
        const live = await ask(actor, 'query ($filter: IndicatorFilter) { indicators(filter: $filter) { totalCount } }', {
          filter,
        })
        expect(live).toEqual({ data: { indicators: { totalCount: count } }, codes: [] })
      }
    }
  })

  test('are one statement', async () => {
    statements.length = 0
    await ask(inspector, facets)
    expect(statements).toHaveLength(1)
  })
})

test('what the lists show agrees with the policy, for every actor and every state', async () => {
  const { prisma } = server.database
  const [indicators, versions] = await Promise.all([prisma.indicator.findMany(), prisma.indicatorVersion.findMany()])
  for (const actor of [author, inspector, employee, anonymous]) {
    const seenIndicators = await prisma.indicator.findMany({ where: visibleIndicators(actor) })
    const seenVersions = await prisma.indicatorVersion.findMany({ where: visibleVersions(actor) })
    expect(seenIndicators.length).toBe(indicators.filter(({ state }) => canRead(actor, state)).length)
    expect(seenVersions.length).toBe(versions.filter(({ state }) => canRead(actor, state)).length)
  }
})
