import { type GraphQLArgument, type GraphQLField, type GraphQLInputField, parse, execute as run } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builder } from '../../server/builder.ts'
import { createContext } from '../../server/context.ts'
import { type Actor, anonymous } from '../../server/identity/policy.ts'
import '../../server/scalars.ts'
import '../../server/indicators/graphql.ts'
import { draftIndicatorVersion, updateIndicatorDraft } from '../../server/indicators/commands/drafts.ts'
import { canRead } from '../../server/indicators/policy.ts'
import { visibleIndicators, visibleVersions } from '../../server/indicators/queries.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approver, author, complete, Desk, employee, inspector, now, versionId } from './desk.ts'

builder.queryType({})
builder.mutationType({})
const schema = builder.toSchema()

let server: TestDatabase
let desk: Desk
const statements: string[] = []
/** Bare version ids: in force, draft never published, superseded with its successor, successor under way. */
const ids: Record<'inForce' | 'unpublished' | 'next', string> = { inForce: '', unpublished: '', next: '' }

beforeAll(async () => {
  server = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  desk = new Desk(server.database)
  await server.database.prisma.user.create({
    data: { id: author.id!, username: 'author', displayName: 'Author', passwordHash: '' },
  })
  ids.inForce = await desk.published({ code: 'AAA-01', name: 'Permits in time', counterIndicatorCode: 'CCC-01' })
  ids.unpublished = await desk.draft({ code: 'BBB-01', name: 'Secret plan', aspect: 'KUANTITAS', counterIndicatorCode: 'ZZZ-99' })
  await desk.published({
    code: 'CCC-01',
    name: 'Complaints answered',
    aspect: 'KUALITAS',
    familyWeights: [{ family: 'GURU', weight: '10' }],
  })
  const { indicatorId } = await desk.version(ids.inForce)
  ids.next = await desk.do(author, draftIndicatorVersion, { indicatorId: encodeId('Indicator', indicatorId) })
  await desk.do(author, updateIndicatorDraft, { id: versionId(ids.next), revision: 0, target: '90' })
})
afterAll(() => server.drop())

/** Data with the codes of the errors by path; everything that a resolver throws shows. */
async function ask(actor: Actor, document: string, variables: Record<string, unknown> = {}) {
  const contextValue = createContext(server.database, actor, now, actor.language)
  const { data, errors } = await run({ schema, document: parse(document), contextValue, variableValues: variables })
  const codes = (errors ?? []).map(({ path, originalError, message }) => [
    path?.join('.'),
    originalError && 'code' in originalError ? originalError.code : message,
  ])
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, codes }
}

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
    ])
    for (const { name, values } of found) {
      for (const { value, count } of values) {
        const filter = { [name]: value }
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

describe('one indicator', () => {
  test('is found by code and by id, and a hidden one answers like a missing one', async () => {
    const { indicatorId } = await desk.version(ids.unpublished)
    const byCode = 'query ($code: String) { indicator(code: $code) { name } }'
    const byId = 'query ($id: ID) { indicator(id: $id) { name } }'
    const missing = { data: null, codes: [['indicator', 'NOT_FOUND']] }
    expect((await ask(inspector, byCode, { code: 'BBB-01' })).data).toEqual({ indicator: { name: 'Secret plan' } })
    expect((await ask(inspector, byId, { id: encodeId('Indicator', indicatorId) })).data).toEqual({
      indicator: { name: 'Secret plan' },
    })
    expect(await ask(employee, byCode, { code: 'BBB-01' })).toEqual(missing)
    expect(await ask(employee, byCode, { code: 'NONE' })).toEqual(missing)
    expect(await ask(employee, byId, { id: encodeId('Indicator', indicatorId) })).toEqual(missing)
  })

  test('as a node, hides drafts in the same way', async () => {
    const node = 'query ($id: ID!) { node(id: $id) { id } }'
    for (const id of [versionId(ids.next), encodeId('Indicator', (await desk.version(ids.unpublished)).indicatorId)]) {
      expect((await ask(inspector, node, { id })).data).toEqual({ node: { id } })
      expect((await ask(employee, node, { id })).codes).toEqual([['node', 'NOT_FOUND']])
    }
  })

  test('leaves drafts out of the versions of an employee and refuses the open draft by code', async () => {
    const query = '{ indicator(code: "AAA-01") { versions { totalCount nodes { version } } openDraft { version } } }'
    expect((await ask(inspector, query)).data).toEqual({
      indicator: { versions: { totalCount: 2, nodes: [{ version: 2 }, { version: 1 }] }, openDraft: { version: 2 } },
    })
    expect(await ask(employee, query)).toEqual({
      data: { indicator: { versions: { totalCount: 1, nodes: [{ version: 1 }] }, openDraft: null } },
      codes: [['indicator.openDraft', 'FORBIDDEN']],
    })
  })

  test('shows an employee definition, target, formula and who stands behind it', async () => {
    const query =
      '{ indicator(code: "AAA-01") { currentVersion { target formulaText contentHash editedBy familyWeights { family weight } problems { code } } } }'
    const { contentHash } = await desk.version(ids.inForce)
    expect(await ask(employee, query)).toEqual({
      data: {
        indicator: {
          currentVersion: {
            target: '85.5',
            formulaText: complete.formulaText,
            contentHash,
            editedBy: 'Author',
            familyWeights: [{ family: 'LAYANAN', weight: '25' }],
            problems: null,
          },
        },
      },
      codes: [['indicator.currentVersion.problems', 'FORBIDDEN']],
    })
  })

  test('tells what a version changes against the one before, or against a named one', async () => {
    const query = `query ($id: ID!, $with: ID) { node(id: $id) { ... on IndicatorVersion { differences(withVersionId: $with) { field before after } } } }`
    const target = { field: 'target', before: '85.5', after: '90' }
    const differences = (data: unknown) => (data as { node: { differences: unknown[] } }).node.differences
    expect(differences((await ask(inspector, query, { id: versionId(ids.next) })).data)).toContainEqual(target)
    const back = await ask(inspector, query, { id: versionId(ids.inForce), with: versionId(ids.next) })
    expect(differences(back.data)).toContainEqual({ field: 'target', before: '90', after: '85.5' })
    expect(differences((await ask(employee, query, { id: versionId(ids.inForce) })).data)).toEqual([])
    expect((await ask(employee, query, { id: versionId(ids.inForce), with: versionId(ids.next) })).codes).toEqual([
      ['node.differences', 'NOT_FOUND'],
    ])
  })

  test('lists what blocks and what to weigh, in the language of the caller', async () => {
    const query = '{ indicator(code: "BBB-01") { currentVersion { problems { field code isBlocking message } } } }'
    const problem = { field: 'counterIndicatorCode', code: 'UNKNOWN_COUNTER', isBlocking: false }
    const indonesian = { ...inspector, language: 'id' as const }
    expect((await ask(inspector, query)).data).toMatchObject({
      indicator: {
        currentVersion: { problems: [{ ...problem, message: 'The counter-indicator ZZZ-99 is not in the catalogue.' }] },
      },
    })
    expect((await ask(indonesian, query)).data).toMatchObject({
      indicator: {
        currentVersion: { problems: [{ ...problem, message: 'Indikator penyeimbang ZZZ-99 tidak ada di katalog.' }] },
      },
    })
  })

  test('offers the buttons that the commands then allow', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { ... on IndicatorVersion { actions { name enabled reason } } } }'
    const enabled = async (actor: Actor, id: string) => {
      const { data } = await ask(actor, query, { id: versionId(id) })
      return (data as { node: { actions: { name: string; enabled: boolean; reason: string | null }[] } }).node.actions
        .filter(({ enabled: isEnabled, reason }) => isEnabled && reason === null)
        .map(({ name }) => name)
    }
    expect(await enabled(author, ids.unpublished)).toEqual(['EDIT', 'SUBMIT', 'DISCARD'])
    expect(await enabled(author, ids.inForce)).toEqual([])
    expect(await enabled(inspector, ids.unpublished)).toEqual([])
    const fresh = await desk.published()
    expect(await enabled(author, fresh)).toEqual(['DRAFT'])
    const submitted = await desk.submitted()
    expect(await enabled(author, submitted)).toEqual(['RETURN'])
    expect(await enabled(approver, submitted)).toEqual(['RETURN', 'PUBLISH'])
  })
})

describe('the life of a definition over GraphQL', () => {
  test('goes from the first draft to publication, and a second version is discarded', async () => {
    const fields = 'id state revision indicator { id code }'
    const create = `mutation ($input: CreateIndicatorInput!) { createIndicator(input: $input) { ${fields} } }`
    const { familyWeights, effectiveFrom: _, ...rest } = complete
    const created = await ask(author, create, { input: { ...rest, code: 'LIFE-1', familyWeights, effectiveFrom: '2026-01-01' } })
    expect(created.codes).toEqual([])
    const { id, indicator } = (created.data as { createIndicator: { id: string; indicator: { id: string } } }).createIndicator
    const step = async (actor: Actor, name: string, type: string, input: object) => {
      const { data, codes } = await ask(actor, `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input })
      expect(codes).toEqual([])
      return (data as Record<string, { id: string; state: string; revision: number }>)[name]!
    }
    expect(
      await step(author, 'updateIndicatorDraft', 'UpdateIndicatorDraftInput', { id, revision: 0, target: '88' }),
    ).toMatchObject({ revision: 1 })
    expect(await step(author, 'submitIndicatorDraft', 'SubmitIndicatorDraftInput', { id })).toMatchObject({ state: 'REVIU' })
    expect(
      await step(approver, 'returnIndicatorDraft', 'ReturnIndicatorDraftInput', { id, reason: 'Look again.' }),
    ).toMatchObject({ state: 'DRAFT' })
    expect(await step(author, 'submitIndicatorDraft', 'SubmitIndicatorDraftInput', { id })).toMatchObject({ state: 'REVIU' })
    expect(await step(approver, 'publishIndicatorDraft', 'PublishIndicatorDraftInput', { id, revision: 1 })).toMatchObject({
      state: 'AKTIF',
    })
    const next = await step(author, 'draftIndicatorVersion', 'DraftIndicatorVersionInput', { indicatorId: indicator.id })
    const discarded = await ask(
      author,
      'mutation ($input: DiscardIndicatorDraftInput!) { discardIndicatorDraft(input: $input) { id } }',
      {
        input: { id: next.id },
      },
    )
    expect(discarded).toEqual({ data: { discardIndicatorDraft: { id: next.id } }, codes: [] })
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

test('every type, field, argument and value of the area is described', () => {
  const area =
    /^(Indicator|FamilyWeight|Definition|Facet|(Create|Draft|Update|Submit|Return|Publish|Discard)Indicator|DiscardedDraft|Aspect|MeasureUnit|Polarity|Aggregation|Frequency|TargetRule|Attribution|Evidence)/
  const paging = ['first', 'last', 'after', 'before']
  const parts = Object.values(schema.getTypeMap())
    .filter(({ name }) => area.test(name) && !/(Connection|Edge)$/.test(name))
    .flatMap((type) => [
      { path: type.name, description: type.description },
      ...('getFields' in type ? Object.values(type.getFields()) : []).flatMap((field) => [
        { path: `${type.name}.${field.name}`, description: field.description },
        ...argumentsOf(field)
          .filter(({ name }) => !paging.includes(name))
          .map((arg) => ({ path: `${type.name}.${field.name}(${arg.name})`, description: arg.description })),
      ]),
      ...('getValues' in type ? type.getValues() : []).map(({ name, description }) => ({
        path: `${type.name}.${name}`,
        description,
      })),
    ])
  expect(parts.length).toBeGreaterThan(100)
  expect(parts.filter(({ description }) => !description).map(({ path }) => path)).toEqual([])
})

function argumentsOf(field: GraphQLField<unknown, unknown> | GraphQLInputField): readonly GraphQLArgument[] {
  return 'args' in field ? field.args : []
}
