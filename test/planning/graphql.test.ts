import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { confirmDialogue, updateDialogue } from '../../server/planning/commands/dialogues.ts'
import { submitSkp } from '../../server/planning/commands/moves.ts'
import {
  assignSkpTemplate,
  createSkpTemplate,
  retireSkpTemplate,
  updateSkpTemplate,
} from '../../server/planning/commands/templates.ts'
import { schema } from '../../server/schema.ts'
import { eventsOf, expectRefusal, outsider } from '../appraisals/factory.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { expectOneWinner } from '../indicators/desk.ts'
import { admin, now, PlanningCity, skpId, tim, year } from './factory.ts'

let server: TestDatabase
let city: PlanningCity
let ward: string
let nurse: string
const statements: string[] = []

beforeAll(async () => {
  server = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await PlanningCity.create(server.database)
  ward = await city.running('wardHead', 'clinicHead')
  const [first] = (await city.skp(ward)).rhks
  nurse = await city.draft('nurse', [
    { ...city.results()[0], title: 'Serves the ward', kind: 'UTAMA', iki: [], servesRhkId: `rhk_${first?.id}` },
  ])
  await city.draft('midwife')
})
afterAll(() => server.drop())

async function ask(actor: Actor, source: string, variableValues: Record<string, unknown> = {}) {
  statements.length = 0
  const contextValue = createContext(server.database, actor, now, 'en')
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
  const codes = (errors ?? []).map(({ originalError, message }) =>
    originalError && 'code' in originalError ? originalError.code : message,
  )
  return { data: JSON.parse(JSON.stringify(data ?? null)), codes }
}

describe('what exists for whom', () => {
  const plan = 'query ($id: ID!) { skp(id: $id) { id } node(id: $id) { id } }'

  test('a plan is opened by its sides and the tim, and is missing for everybody else, also as a node', async () => {
    for (const actor of [city.person('nurse'), city.person('wardHead'), city.person('clinicHead'), tim, admin]) {
      expect((await ask(actor, plan, { id: skpId(nurse) })).codes, actor.label).toEqual([])
    }
    for (const actor of [city.person('midwife'), city.person('engineer'), outsider]) {
      expect(new Set((await ask(actor, plan, { id: skpId(nurse) })).codes), actor.label).toEqual(new Set(['NOT_FOUND']))
    }
  })

  test('a result above shows its words to who serves it, and nothing else of that plan', async () => {
    const document = `query ($id: ID!) { skp(id: $id) { rhk { nodes { serves { title employeeName } } } } servableResults(skpId: $id) { title } }`
    const { data } = await ask(city.person('nurse'), document, { id: skpId(nurse) })
    expect(data.skp.rhk.nodes).toEqual([{ serves: { title: 'First result', employeeName: 'wardHead' } }])
    expect(data.servableResults).toHaveLength(3)
    expect((await ask(city.person('nurse'), plan, { id: skpId(ward) })).codes).toContain('NOT_FOUND')
  })

  test('results that serve one are listed and counted as far as their plans exist for the caller', async () => {
    const document =
      'query ($id: ID!) { skp(id: $id) { uncovered rhk { nodes { servedBy { totalCount nodes { title plan { id } } } } } } }'
    const { data } = await ask(city.person('clinicHead'), document, { id: skpId(ward) })
    expect(data.skp.rhk.nodes[0].servedBy).toEqual({
      totalCount: 1,
      nodes: [{ title: 'Serves the ward', plan: { id: skpId(nurse) } }],
    })
    expect(data.skp.uncovered).toBe(1)
    const above = await ask(city.person('healthHead'), document, { id: skpId(ward) })
    expect(above.data.skp.rhk.nodes[0].servedBy).toEqual({ totalCount: 0, nodes: [] })
  })

  test('the role matrix names who covers what, in few statements', async () => {
    const document = `query ($id: ID!) { roleMatrix(skpId: $id) { results { title isCovered coveredBy { title employeeId } } people { name state } } }`
    const { data } = await ask(city.person('wardHead'), document, { id: skpId(ward) })
    expect(statements.length).toBeLessThanOrEqual(3)
    expect(data.roleMatrix.results.map((row: { isCovered: boolean }) => row.isCovered)).toEqual([true, false, false])
    expect(data.roleMatrix.people).toEqual([
      { name: 'midwife', state: 'DRAFT' },
      { name: 'nurse', state: 'DRAFT' },
    ])
    const above = await ask(city.person('healthHead'), document, { id: skpId(ward) })
    expect(above.data.roleMatrix.people).toEqual([])
    expect((await ask(city.person('nurse'), document, { id: skpId(ward) })).codes).toEqual(['NOT_FOUND'])
  })

  test('lists and counts show the same plans, with their filters', async () => {
    const document = `query ($filter: SkpFilter) { skps(filter: $filter, first: 50) { totalCount nodes { state } } skpStateCounts(filter: $filter) { state count } }`
    const own = await ask(city.person('nurse'), document, { filter: { year } })
    expect(own.data).toMatchObject({ skps: { totalCount: 1 }, skpStateCounts: [{ state: 'DRAFT', count: 1 }] })
    const all = await ask(tim, document, { filter: { year } })
    expect(all.data.skpStateCounts).toEqual([
      { state: 'DRAFT', count: 2 },
      { state: 'BERJALAN', count: 1 },
    ])
    expect((await ask(outsider, document, { filter: { year } })).data.skps.totalCount).toBe(0)
  })

  test('faults and actions of a whole page cost a fixed number of statements', async () => {
    const document =
      'query ($first: Int) { skps(first: $first, filter: { year: 2026 }) { nodes { faults { code field message isError } actions { name enabled reason } dialogueGaps { stage dueOn } } } }'
    await ask(tim, document, { first: 1 })
    // One more where a link must be followed.
    const one = statements.length
    const { data, codes } = await ask(tim, document, { first: 3 })
    expect([codes, data.skps.nodes.length]).toEqual([[], 3])
    expect(statements.length).toBeLessThanOrEqual(one + 1)
  })
})

test('the queue holds what waits for the caller', async () => {
  const id = (
    await server.database.prisma.skp.findFirstOrThrow({
      where: { employeeId: city.planned.city.person.midwife, period: { year } },
    })
  ).id
  await city.move(city.person('midwife'), submitSkp, id)
  const queue = async (actor: Actor) => (await ask(actor, '{ plansWaitingForMe { nodes { id } } }')).data.plansWaitingForMe.nodes
  expect(await queue(tim)).toEqual([{ id: skpId(id) }])
  expect(await queue(city.person('wardHead'))).toEqual([])
  expect(await queue(city.person('midwife'))).toEqual([])
})

describe('dialogues', () => {
  test('are confirmed by the other side, and not changed from then on', async () => {
    const id = await city.talk(city.person('wardHead'), nurse)
    const named = { id: `dialogue_${id}`, revision: 0 }
    expect(await city.notices(id)).toEqual(['dialogue.toConfirm nurse'])
    await expectRefusal(city.do(city.person('wardHead'), confirmDialogue, named), 'FORBIDDEN')
    await expectRefusal(city.do(city.person('engineer'), confirmDialogue, named), 'NOT_FOUND')
    const content = {
      stage: 'PERENCANAAN' as const,
      heldOn: new Date('2026-01-06'),
      clarified: 'Mended',
      agreements: 'As agreed',
    }
    await expectRefusal(city.do(city.person('nurse'), updateDialogue, { ...named, ...content }), 'FORBIDDEN')
    await expectOneWinner(
      [
        city.do(city.person('wardHead'), updateDialogue, { ...named, ...content }),
        city.do(city.person('nurse'), confirmDialogue, named),
      ],
      'STALE_VERSION',
    )
    const { revision, confirmedAt } = await server.database.prisma.dialogue.findUniqueOrThrow({ where: { id } })
    if (confirmedAt === null) await city.do(city.person('nurse'), confirmDialogue, { ...named, revision })
    await expectRefusal(city.do(city.person('wardHead'), updateDialogue, { ...named, revision: 9, ...content }), 'STALE_VERSION')
    expect((await eventsOf(server.database, id)).at(-1)).toBe('dialogue.confirmed')
    await expectRefusal(city.talk(city.person('wardHead'), nurse, '2026-01-09'), 'INVALID_INPUT')
    await expectRefusal(city.talk(tim, nurse), 'FORBIDDEN')
  })

  test('are listed with their plan alone', async () => {
    const document =
      'query ($id: ID!) { skp(id: $id) { dialogues { totalCount nodes { isByEmployee actions { name enabled } } } } }'
    expect((await ask(city.person('nurse'), document, { id: skpId(nurse) })).data.skp.dialogues).toMatchObject({ totalCount: 1 })
    expect((await ask(city.person('midwife'), document, { id: skpId(nurse) })).codes).toEqual(['NOT_FOUND'])
  })
})

test('a template is handed to many people, and each is told what became of them', async () => {
  const input = {
    name: 'Nurses',
    family: 'PERAWAT',
    rhk: city
      .results()
      .map(({ title, kind, iki }) => ({ title, kind, iki: iki.map(({ indicatorId, target }) => ({ indicatorId, target })) })),
  }
  await expectRefusal(city.do(city.person('wardHead'), createSkpTemplate, input), 'FORBIDDEN')
  const id = await city.do(tim, createSkpTemplate, input)
  await expectRefusal(city.do(tim, createSkpTemplate, input), 'CONFLICT')
  const templateId = `skpTemplate_${id}`
  await city.do(tim, updateSkpTemplate, { ...input, id: templateId, name: 'Nurses of the ward' })
  const everybody = {
    templateId,
    year,
    employeeIds: [city.employeeId('nurse'), city.employeeId('engineer'), city.employeeId('worksHead')],
  }
  const both = await Promise.all([city.do(tim, assignSkpTemplate, everybody), city.do(tim, assignSkpTemplate, everybody)])
  expect(both.map((rows) => rows.map(({ outcome }) => outcome)).sort()).toEqual([
    ['HAS_PLAN', 'DRAFTED', 'DRAFTED'],
    ['HAS_PLAN', 'HAS_PLAN', 'HAS_PLAN'],
  ])
  const engineer = both.flat().find(({ outcome }) => outcome === 'DRAFTED')
  const plan = await city.skp(engineer?.skpId ?? '')
  expect([plan.rhks.length, plan.rhks[0]?.ikis.length, Number(plan.weightSum)]).toEqual([3, 1, 100])
  const hidden = await city.do(city.person('wardHead'), assignSkpTemplate, everybody)
  expect(hidden.map(({ outcome }) => outcome)).toEqual(['HAS_PLAN', 'NOT_FOUND', 'NOT_FOUND'])
  await city.do(tim, retireSkpTemplate, { id: templateId })
  await expectRefusal(city.do(tim, assignSkpTemplate, everybody), 'WRONG_STATE')
  expect(await eventsOf(server.database, id)).toEqual([
    ...[
      'skpTemplate.created',
      'skpTemplate.changed',
      'skpTemplate.assigned',
      'skpTemplate.assigned',
      'skpTemplate.assigned',
      'skpTemplate.retired',
    ],
  ])
  const { data } = await ask(
    city.person('nurse'),
    '{ skpTemplates(filter: { isRetired: true, search: "ward" }) { totalCount nodes { name rhk { title iki { code } } } } }',
  )
  expect(data.skpTemplates).toMatchObject({ totalCount: 1, nodes: [{ name: 'Nurses of the ward' }] })
})

test('feedback is listed for the ratee and its author alone', async () => {
  const give = 'mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { group receipt } }'
  const input = { employeeId: city.employeeId('nurse'), tone: 'POSITIF', value: 'BP', text: 'Quick and kind' }
  expect((await ask(city.person('wardHead'), give, { input })).data.giveFeedback).toEqual({ group: 'PIMPINAN', receipt: null })
  const list =
    'query ($id: ID!) { employee(id: $id) { feedback { totalCount nodes { text author { name } } } feedbackTally { group entries } } }'
  const seen = async (actor: Actor) => (await ask(actor, list, { id: city.employeeId('nurse') })).data?.employee
  expect((await seen(city.person('nurse'))).feedback).toEqual({
    totalCount: 1,
    nodes: [{ text: 'Quick and kind', author: { name: 'wardHead' } }],
  })
  expect((await seen(city.person('wardHead'))).feedback.totalCount).toBe(1)
  expect((await seen(tim)).feedback.totalCount).toBe(0)
  expect((await seen(tim)).feedbackTally).toEqual([{ group: 'PIMPINAN', entries: 1 }])
  const { data } = await ask(city.person('nurse'), '{ feedbackRatees { name group isNamed } }')
  expect(data.feedbackRatees).toEqual([
    { name: 'midwife', group: 'REKAN', isNamed: false },
    { name: 'wardHead', group: 'BAWAHAN', isNamed: false },
  ])
})
