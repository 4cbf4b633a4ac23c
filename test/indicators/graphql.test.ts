import type { GraphQLArgument, GraphQLField, GraphQLInputField } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { askOf, fillCatalogue, schema } from './ask.ts'
import { approver, author, complete, Desk, employee, inspector, versionId } from './desk.ts'

let server: TestDatabase
let desk: Desk
let ids: Awaited<ReturnType<typeof fillCatalogue>>
const ask = (actor: Actor, document: string, variables?: Record<string, unknown>) =>
  askOf(server.database, actor, document, variables)

beforeAll(async () => {
  server = await createTestDatabase()
  desk = new Desk(server.database)
  ids = await fillCatalogue(desk)
})
afterAll(() => server.drop())

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
