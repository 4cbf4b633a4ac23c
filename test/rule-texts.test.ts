import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSettingKey } from '../server/identity/rules/settings.ts'
import { ruleTexts } from '../server/rule-texts.ts'
import { computeRule, ruleIds } from '../server/rules.ts'
import { codesOf, startTestServer, type TestServer } from './http/server.ts'
import { createPeople, password } from './identity/people.ts'

describe('what people are told about the rules', () => {
  test.each(ruleIds)('%s has its words in both languages, and none of them twice', (id) => {
    const { title, answers, formula, localPart } = ruleTexts[id]
    for (const sentence of [title, answers, formula, ...(localPart ? [localPart] : [])]) {
      expect(sentence.id.trim()).not.toBe('')
      expect(sentence.en.trim()).not.toBe('')
      expect(sentence.id).not.toBe(sentence.en)
    }
    expect(answers.id.endsWith('?') && answers.en.endsWith('?')).toBe(true)
  })

  test.each(ruleIds)('%s names a regulation or is marked LOCAL, and only settings that there are', (id) => {
    const { source, localPart, settings } = ruleTexts[id]
    expect(source).toMatch(/^LOCAL$|PP \d+\/\d{4}|Per(menPANRB|BKN) \d+\/\d{4}|SE MenPANRB \d+\/\d{4}|^BKN$/)
    if (source === 'LOCAL') expect(localPart).toBeNull()
    expect(settings.filter((key) => !isSettingKey(key))).toEqual([])
  })

  test('each worked example is computed by the rule itself', () => {
    const answers = Object.fromEntries(ruleIds.map((id) => [id, computeRule(id, ruleTexts[id].example)]))
    expect(answers).toMatchObject({
      F1: { pct: 115 },
      F2: { rating: 'DI_ATAS', weightedScore: 105.95 },
      F4: 'BAIK',
      F7: 2.08,
      F8: { ikm: 81.11, mutu: 'B' },
      F10: { totalJp: 19.33, status: 'SHORT' },
      F20: 73.52,
      F23: { score: 3.58, predikat: 'BAIK' },
    })
  })
})

describe('the rules of the API', () => {
  let server: TestServer
  let headers: { cookie: string }
  beforeAll(async () => {
    server = await startTestServer()
    await createPeople(server.database.database)
    const entered = await server.ask('mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }', {
      input: { identifier: 'admin', password },
    })
    headers = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' }
  })
  afterAll(() => server.stop())

  const recompute = (id: string, input: string, as: Record<string, string> = headers) =>
    server.ask('query ($id: String!, $input: String!) { computeRule(id: $id, input: $input) }', { id, input }, as)

  test('every rule is told with the present values of its settings, and its example answers what computing it answers', async () => {
    const { data } = await server.ask(
      '{ rules { id isLocal source settings { key value } exampleInput exampleAnswer } }',
      {},
      headers,
    )
    const told = (data as { rules: { id: string; exampleInput: string; exampleAnswer: string; settings: object[] }[] }).rules
    expect(told.map(({ id }) => id)).toEqual(ruleIds)
    expect(told.find(({ id }) => id === 'level')).toMatchObject({
      isLocal: true,
      source: 'LOCAL',
      settings: expect.arrayContaining([{ key: 'levelLow', value: '90' }]),
    })
    const first = told[0]
    const { data: again } = await recompute(first?.id ?? '', first?.exampleInput ?? '')
    expect(again).toEqual({ computeRule: first?.exampleAnswer })
  })

  test('a faulty input, an endless one, an unknown rule and somebody who is not signed in are refused by their codes', async () => {
    expect(codesOf(await recompute('F1', '{"polarity":"UP"}'))).toEqual(['INVALID_INPUT'])
    expect(codesOf(await recompute('F1', '{'))).toEqual(['INVALID_INPUT'])
    expect(codesOf(await recompute('level', ' '.repeat(8_001)))).toEqual(['INVALID_INPUT'])
    expect(codesOf(await recompute('F99', '1'))).toEqual(['NOT_FOUND'])
    expect(codesOf(await recompute('level', '100', {}))).toEqual(['UNAUTHENTICATED'])
  })
})
