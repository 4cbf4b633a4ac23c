import { graphql } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import { DomainError } from '../../server/errors.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { changeUnit } from '../../server/organization/commands/units.ts'
import { schema } from '../../server/schema.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, day, now, type SmallCity } from '../organization/small-city.ts'

let testing: TestDatabase
let city: SmallCity
const statements: string[] = []

beforeAll(async () => {
  testing = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await createSmallCity(testing.database)
  for (const [index, id] of Object.values(city.unit).entries()) {
    for (let version = 0; version <= index; version += 1) {
      const input = { id, name: `Name ${version}`, validFrom: day(`2025-0${version + 1}-01`), reason: 'Test' }
      await execute(testing.database, changeUnit, input, { actor: admin, now })
    }
  }
  return () => testing.drop()
})

async function ask(source: string, variableValues: Record<string, unknown> = {}, actor: Actor = admin) {
  statements.length = 0
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues,
    contextValue: createContext(testing.database, actor, now, 'en'),
  })
  return {
    data,
    codes: errors?.map(({ originalError, message }) => (originalError instanceof DomainError ? originalError.code : message)),
  }
}

type Page = {
  totalCount: number
  nodes: { sequence: number }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
}
const page = 'totalCount nodes { sequence } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'
const list = `query ($filter: AuditEventFilter, $first: Int, $after: String, $last: Int, $before: String, $offset: Int) {
  auditEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before, offset: $offset) { ${page} } }`
const read = async (variables: Record<string, unknown>) => (await ask(list, variables)).data?.auditEvents as Page
const numbers = ({ nodes }: Page) => nodes.map(({ sequence }) => sequence)

describe('the audit trail', () => {
  test('reads newest first, forwards, backwards and in numbered pages', async () => {
    const first = await read({ first: 4 })
    expect([numbers(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([[15, 14, 13, 12], 15, true])
    const second = await read({ first: 4, after: first.pageInfo.endCursor })
    expect(numbers(second)).toEqual([11, 10, 9, 8])
    expect(numbers(await read({ last: 2, before: second.pageInfo.startCursor }))).toEqual([13, 12])
    expect(numbers(await read({ first: 4, offset: 13 }))).toEqual([2, 1])
    expect((await ask(list, { first: 4, after: 'nonsense' })).codes).toEqual(['INVALID_INPUT'])
    expect((await ask(list, { first: 4, after: first.pageInfo.endCursor, offset: 4 })).codes).toEqual(['INVALID_INPUT'])
  })

  test('is filtered by record, actor, event and time', async () => {
    const counts = [
      [{ entityId: encodeId('Unit', city.unit.ward) }, 4],
      [{ entityType: 'Employee' }, 0],
      [{ event: 'unit.changed', actorId: encodeId('User', admin.id ?? '') }, 15],
      [{ event: 'unit.created' }, 0],
      [{ from: '2000-01-01T00:00:00Z' }, 15],
      [{ to: '2000-01-01T00:00:00Z' }, 0],
    ] as const
    for (const [filter, count] of counts) expect((await read({ filter })).totalCount, JSON.stringify(filter)).toBe(count)
  })

  test('says each event as a sentence, with what changed', async () => {
    const { data } = await ask(
      '{ auditEvents(first: 1) { nodes { id event sentence actorId actorLabel entityType entityId reason changes { field before after } hash } } }',
    )
    expect(data).toMatchObject({
      auditEvents: {
        nodes: [
          {
            id: 'auditEvent_15',
            event: 'unit.changed',
            sentence: 'A unit was renamed, moved or closed from a date on.',
            actorId: encodeId('User', admin.id ?? ''),
            entityId: encodeId('Unit', city.unit.works),
            reason: 'Test',
            changes: expect.arrayContaining([{ field: 'name', before: 'Name 3', after: 'Name 4' }]),
          },
        ],
      },
    })
    expect((await ask('{ node(id: "auditEvent_15") { ... on AuditEvent { sequence } } }')).data).toEqual({
      node: { sequence: 15 },
    })
  })

  test('is below each record, at the same few statements for many records', async () => {
    const source = `query ($ids: [ID!]!, $first: Int, $after: String) { nodes(ids: $ids) { ... on Unit { auditEvents(first: $first, after: $after) { ${page} } } } }`
    const ids = Object.values(city.unit).map((id) => encodeId('Unit', id))
    const one = await ask(source, { ids: ids.slice(3, 4), first: 2 })
    const forOne = statements.length
    const pages = ({ data }: typeof one) =>
      ((data?.nodes as { auditEvents: Page }[] | undefined) ?? []).map(({ auditEvents }) => auditEvents)
    const [newest] = pages(one)
    expect(newest).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } })
    const [rest] = pages(await ask(source, { ids: ids.slice(3, 4), first: 5, after: newest?.pageInfo.endCursor }))
    expect(rest?.nodes).toHaveLength(2)
    const all = pages(await ask(source, { ids, first: 2 }))
    expect(all.map(({ totalCount }) => totalCount)).toEqual([1, 2, 3, 4, 5])
    expect(statements).toHaveLength(forOne)
  })

  test('is closed to whoever may not read all of it', async () => {
    const everybody = {
      'a visitor': actorWith({ kind: 'ANONYMOUS' }),
      'the team': actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] }),
    }
    for (const [name, actor] of Object.entries(everybody)) {
      const code = name === 'a visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect((await ask('{ auditEvents { totalCount } }', {}, actor)).codes, name).toEqual([code])
      expect((await ask('{ auditVerification { isIntact } }', {}, actor)).codes, name).toEqual([code])
    }
    const ofHealth = actorWith({ grants: [{ role: 'ADMIN', unitId: city.unit.health }] })
    expect((await ask('{ auditEvents { totalCount nodes { sequence } } }', {}, ofHealth)).data).toEqual({
      auditEvents: { totalCount: 0, nodes: [] },
    })
    expect((await ask('{ node(id: "auditEvent_1") { id } }', {}, ofHealth)).codes).toEqual(['NOT_FOUND'])
    expect((await ask('{ auditVerification { isIntact } }', {}, ofHealth)).codes).toEqual(['FORBIDDEN'])
    const source = 'query ($id: ID!) { unit(id: $id) { name auditEvents { totalCount } } }'
    const { data, codes } = await ask(source, { id: encodeId('Unit', city.unit.health) }, ofHealth)
    expect([data?.unit, codes]).toEqual([{ name: 'Name 1', auditEvents: null }, ['FORBIDDEN']])
  })

  test('verifies itself', async () => {
    const { data } = await ask(
      '{ auditVerification { events isIntact firstBrokenSequence fault headHash } auditEvents(first: 1) { nodes { hash } } }',
    )
    const hash = (data?.auditEvents as { nodes: { hash: string }[] } | undefined)?.nodes[0]?.hash
    expect(data?.auditVerification).toEqual({
      events: 15,
      isIntact: true,
      firstBrokenSequence: null,
      fault: null,
      headHash: hash,
    })
  })
})
