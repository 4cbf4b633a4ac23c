import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explanationOf } from '../../server/appraisals/queries/explanation.ts'
import { type ExplanationNode, flatten } from '../../server/appraisals/rules/explanation-node.ts'
import { say } from '../../server/language.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import type { PersonKey } from '../organization/small-city.ts'
import { PlannedCity } from './factory.ts'

let test: TestDatabase
let city: PlannedCity
const statements: string[] = []

beforeAll(async () => {
  test = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await PlannedCity.create(test.database)
  await test.database.prisma.behaviourRating.createMany({
    data: (['midwife', 'wardHead'] as const).map((rater, index) => ({
      periodId: city.period['2025'] ?? '',
      employeeId: city.city.person.nurse,
      raterId: city.city.person[rater],
      group: index === 0 ? 'REKAN' : 'DIRI',
      bp: 3,
      ak: 3,
      ko: 3,
      ha: 3,
      lo: 3,
      ad: 3,
      kl: 3,
    })),
  })
  await city.compute()
})
afterAll(() => test.drop())

async function explain(person: PersonKey): Promise<{ root: ExplanationNode; at: (key: string) => ExplanationNode }> {
  const root = await explanationOf(test.database.prisma, (await city.appraisal(person)).id)
  if (!root) throw new Error('no explanation')
  const byKey = new Map(flatten(root).map((node) => [node.key, node]))
  const at = (key: string) => byKey.get(key) ?? expect.fail(`no node ${key}; there are ${[...byKey.keys()].join(', ')}`)
  return { root, at }
}

describe('the explanation of an appraisal', () => {
  it('opens from the predikat down to the evidence, with the stored numbers', async () => {
    const { at } = await explain('nurse')
    expect(at('predikat')).toMatchObject({
      value: 'BAIK',
      isLocal: false,
      parentKey: null,
      formula: { en: 'hasil kerja DI_ATAS × perilaku SESUAI → BAIK (table 3 × 3, PermenPANRB 6/2022)' },
    })
    expect(at('result')).toMatchObject({
      value: '109.5',
      level: 'DI_ATAS',
      isLocal: true,
      pointsWon: 9.5,
      pointsLost: 0,
      formula: {
        id: 'Σ w·a / Σ w = (60 × 112,5 + 40 × 105) / 100 = 109,5; A = 0,6, B = 0 → DI_ATAS',
        en: 'Σ w·a / Σ w = (60 × 112.5 + 40 × 105) / 100 = 109.5; A = 0.6, B = 0 → DI_ATAS',
      },
      sentence: { id: 'Hasil kerja di atas ekspektasi: 60 % bobot di atas dan 0 % di bawah ekspektasi.' },
    })
    expect(at('result.rhk-2')).toMatchObject({
      parentKey: 'result',
      label: 'Result 2',
      value: '105',
      weight: 0.4,
      pointsWon: 2,
      formula: { en: '(1 × 110 + 1 × 100) / 2 = 105' },
    })
    expect(at('result.rhk-1.iki-1')).toMatchObject({
      value: '112.5',
      level: 'DI_ATAS',
      weight: 0.6,
      pointsWon: 7.5,
      formula: { en: 'R = (45 + 45 + 45 + 45) / (50 + 50 + 50 + 50) × 100 = 90; R/U × 100 = 90 / 80 × 100 = 112.5' },
    })
    expect(at('result.rhk-2.iki-1').inputs.map(({ name, value, unit }) => [say(name, 'en'), value, unit])).toEqual([
      ['realisation', '44', 'COUNT'],
      ['target', '40', 'COUNT'],
      ['weight inside the result', '1', null],
    ])
    expect(at('result.rhk-1.iki-1.q4')).toMatchObject({
      kind: 'MEASUREMENT',
      value: '90',
      sentence: { id: 'Terukur 90 persen.' },
    })
    expect(at('result.rhk-1.iki-1.q4.bukti-1')).toMatchObject({
      kind: 'EVIDENCE',
      url: 'https://docs.city.example/1',
      label: 'Report',
      value: 'OFFICIAL_DOCUMENT',
    })
  })

  it('opens the behaviour down to the groups of raters, and hides a group that is too small', async () => {
    const { at } = await explain('nurse')
    expect(at('behaviour')).toMatchObject({ value: 'SESUAI', formula: { en: '0/7 ↑, 0/7 ↓ → SESUAI' } })
    expect(at('behaviour').children).toHaveLength(7)
    expect(at('behaviour.BP')).toMatchObject({ value: '2', level: 'SESUAI', isLocal: true, formula: { en: '(60 × 2) / 60 = 2' } })
    expect(at('behaviour.BP.ATASAN')).toMatchObject({ value: '2', sentence: { en: 'Mean 2 of 1 rater.' } })
    expect(at('behaviour.BP.REKAN')).toMatchObject({
      value: null,
      sentence: { en: 'Fewer than 3 raters: not counted and not shown, for confidentiality.' },
    })
    expect(at('behaviour.BP.DIRI')).toMatchObject({ value: '3', sentence: { en: 'Mean 3 of 1 rater, shown only, not counted.' } })
  })

  it('says why there is nothing to count', async () => {
    await city.measure('engineer.RATIO', 4, { missingReason: 'NOT_SUBMITTED', version: 2 })
    await city.measure('engineer.RATIO', 3, { missingReason: 'FORCE_MAJEURE', version: 2 })
    await city.measure('clinic.UNIT', 4, { missingReason: 'FORCE_MAJEURE', version: 2 })
    await city.compute()
    const { at } = await explain('engineer')
    expect(at('result.rhk-1.iki-1.q3').sentence.en).toBe('No value: force majeure; the quarter is left out.')
    expect(at('result.rhk-1.iki-1.q4').sentence.id).toBe('Tidak disampaikan.')
    expect(at('result.rhk-1.iki-1')).toMatchObject({ value: '75', pointsWon: 0, pointsLost: 25 })
    const midwife = await explain('midwife')
    expect(midwife.root).toMatchObject({ value: 'INSUFFICIENT_DATA', formula: null })
    expect(midwife.at('result').sentence.en).toBe('Cannot be rated: 100 % of the weight is not measured.')
    expect(midwife.at('result.rhk-1.iki-1')).toMatchObject({ value: null, weight: null, pointsLost: null })
    expect((await explain('wardHead')).root).toMatchObject({
      value: 'NO_SKP',
      sentence: { en: 'No predikat: there is no agreed plan.' },
    })
  })

  it('is a tree of unique keys in which every step speaks both languages and marks what is local', async () => {
    for (const person of ['nurse', 'midwife', 'engineer', 'wardHead'] as const) {
      const { root } = await explain(person)
      const nodes = flatten(root)
      const keys = new Set(nodes.map(({ key }) => key))
      expect(keys.size).toBe(nodes.length)
      for (const node of nodes) {
        expect(node.parentKey === null || keys.has(node.parentKey)).toBe(true)
        expect(node.sentence.id).not.toBe('')
        expect(node.sentence.en).not.toBe('')
        expect(node.isLocal).toBe(node.localNote !== null)
        expect(JSON.stringify(node)).not.toMatch(/NaN|undefined|Infinity/)
      }
    }
  })

  it('is read in two statements', async () => {
    const { id } = await city.appraisal('nurse')
    statements.length = 0
    await explanationOf(test.database.prisma, id)
    expect(statements).toHaveLength(2)
  })
})
