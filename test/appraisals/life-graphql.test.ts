import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { schema } from '../../server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { LifeCity, later, long, moderator, pyb } from './life-city.ts'

let test: TestDatabase
let city: LifeCity
const statements: string[] = []

beforeAll(async () => {
  test = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await LifeCity.create(test.database)
})
afterAll(() => test.drop())

type Answer<Data> = { readonly data: Data; readonly codes: readonly string[] }

async function ask<Data = unknown>(actor: Actor, source: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
  const { data, errors = [] } = await graphql({
    schema,
    source,
    variableValues: variables,
    contextValue: createContext(test.database, actor, later, 'en'),
  })
  return {
    data: data as Data,
    codes: errors.map(({ originalError, extensions }) =>
      String((originalError as { code?: string } | undefined)?.code ?? extensions.code),
    ),
  }
}

const globalId = async (person: 'nurse' | 'midwife' | 'engineer') => encodeId('Appraisal', (await city.read(person)).id)
const rate = `mutation ($input: RateAppraisalInput!) { rateAppraisal(input: $input) { state predikat suggestedResult resultReason revision } }`

describe('the life of an appraisal over the API', () => {
  it('is led by actions that say why', async () => {
    const { data } = await ask<{
      appraisal: { actions: { name: string; enabled: boolean; reason: string | null }[]; deadlines: unknown; timeline: unknown }
    }>(
      city.person('wardHead'),
      `query ($id: ID!) { appraisal(id: $id) { actions { name enabled reason } deadlines { rateUntil objectionUntil } timeline { state } } }`,
      {
        id: await globalId('nurse'),
      },
    )
    const { actions, deadlines, timeline } = data.appraisal
    expect(actions.filter(({ enabled }) => enabled).map(({ name }) => name)).toEqual(['VERIFY_EVIDENCE'])
    expect(actions.find(({ name }) => name === 'RATE')?.reason).toContain('“evidence verified”')
    expect(deadlines).toEqual({ rateUntil: '2026-02-02T16:59:59.999Z', objectionUntil: null })
    expect(timeline).toEqual([{ state: 'TERBUKA' }])
  })

  it('moves by mutations, and tells all that is missing at once', async () => {
    const id = await globalId('nurse')
    const { revision } = await city.read('nurse')
    const verified = await ask(
      city.person('wardHead'),
      `mutation ($input: AppraisalDecisionInput!) { verifyEvidence(input: $input) { state isSelfAssessmentSkipped } }`,
      {
        input: { id, revision },
      },
    )
    expect(verified).toEqual({
      data: { verifyEvidence: { state: 'BUKTI_DIVERIFIKASI', isSelfAssessmentSkipped: true } },
      codes: [],
    })
    const input = { id, revision: revision + 1, result: 'SESUAI', behaviour: 'DI_ATAS' }
    expect((await ask(city.person('wardHead'), rate, { input })).codes).toEqual(['REASON_REQUIRED'])
    const override = { category: 'MUTU_HASIL', reason: long }
    const rated = await ask(city.person('wardHead'), rate, {
      input: { ...input, resultOverride: override, behaviourOverride: override },
    })
    expect(rated).toEqual({
      data: {
        rateAppraisal: {
          state: 'DINILAI',
          predikat: 'BAIK',
          suggestedResult: 'DI_ATAS',
          resultReason: long,
          revision: revision + 2,
        },
      },
      codes: [],
    })
  })

  it('hides judgement and reasons from the rated person until delivery', async () => {
    const fields = [
      'suggestedResult',
      'suggestedBehaviour',
      'suggestedPredikat',
      'resultOverride',
      'resultReason',
      'behaviourReason',
      'qualitativeBasis',
      'returnReason',
      'orgPredikat',
      'reopenReason',
      'parts { totalCount }',
    ]
    for (const field of fields) {
      const source = `query ($id: ID!) { appraisal(id: $id) { state ${field} } }`
      const own = await ask(city.person('nurse'), source, { id: await globalId('nurse') })
      expect([field, own.codes]).toEqual([field, ['FORBIDDEN']])
      expect((await ask(city.person('wardHead'), source, { id: await globalId('nurse') })).codes).toEqual([])
    }
    const open = `query ($id: ID!) { appraisal(id: $id) { state selfAssessment timeline { state } actions { name enabled } } }`
    expect((await ask(city.person('nurse'), open, { id: await globalId('nurse') })).codes).toEqual([])
    expect((await ask(city.person('engineer'), open, { id: await globalId('nurse') })).codes).toEqual(['NOT_FOUND'])
  })

  it('lists what waits for whom, and counts states under the filter', async () => {
    const waiting = `{ appraisalsWaiting(first: 20) { totalCount nodes { state employee { name } } } }`
    type Waiting = { appraisalsWaiting: { nodes: { employee: { name: string }; state: string }[] } }
    const of = async (actor: Actor) => {
      const { data } = await ask<Waiting>(actor, waiting)
      return data.appraisalsWaiting.nodes.map(({ employee, state }) => `${employee.name} ${state}`)
    }
    expect(await of(city.person('midwife'))).toEqual(['midwife TERBUKA'])
    expect(await of(city.person('wardHead'))).toEqual(['midwife TERBUKA'])
    expect(await of(moderator)).toEqual(['nurse DINILAI'])
    expect(await of(city.person('nurse'))).toEqual([])
    const moved = await ask(
      moderator,
      `mutation ($input: AppraisalSelectionInput!) { startModeration(input: $input) { moved left } }`,
      {
        input: { periodKey: '2025', underUnitId: encodeId('Unit', city.planned.city.unit.health) },
      },
    )
    expect(moved.data).toEqual({ startModeration: { moved: 1, left: 0 } })
    expect(await of(pyb)).toEqual(['nurse MODERASI'])
    statements.length = 0
    const counts = await ask<{ appraisalStateCounts: unknown }>(
      pyb,
      `{ appraisalStateCounts(filter: { periodKey: "2025", state: FINAL }) { state count } }`,
    )
    expect(counts.data.appraisalStateCounts).toEqual([
      { state: 'TERBUKA', count: 7 },
      { state: 'MODERASI', count: 1 },
    ])
    expect(statements).toHaveLength(1)
    const mine = await ask(
      pyb,
      `{ appraisals(filter: { waitingForMe: true }) { totalCount } appraisalStateCounts(filter: { waitingForMe: true }) { state count } }`,
    )
    expect(mine.data).toEqual({ appraisals: { totalCount: 1 }, appraisalStateCounts: [{ state: 'MODERASI', count: 1 }] })
  })

  it('answers the actions of a whole page in one statement', async () => {
    const source = (first: number) =>
      `{ appraisals(first: ${first}) { nodes { actions { name enabled } deadlines { rateUntil } } } }`
    await ask(pyb, source(2))
    statements.length = 0
    await ask(pyb, source(2))
    const few = statements.length
    statements.length = 0
    await ask(pyb, source(8))
    expect(statements.length).toBe(few)
  })

  it('explains what was decided, in both languages', async () => {
    const source = `query ($id: ID!) { appraisal(id: $id) { explanation { nodes { key kind sentence level } } } }`
    type Nodes = { nodes: { key: string; kind: string; sentence: string; level: string | null }[] }
    const { data, codes } = await ask<{ appraisal: { explanation: Nodes } }>(city.person('wardHead'), source, {
      id: await globalId('nurse'),
    })
    expect(codes).toEqual([])
    const { nodes } = data.appraisal.explanation
    const at = (key: string) => nodes.find((one) => one.key === key)
    expect(at('predikat')?.sentence).toBe('Predikat BAIK by the penilai, as suggested.')
    expect(at('result')?.level).toBe('DI_ATAS')
    expect(at('override-result')).toMatchObject({ kind: 'OVERRIDE', level: 'SESUAI', sentence: expect.stringContaining(long) })
  })
})
