import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { submitIndicatorDraft } from '../../server/indicators/commands/review.ts'
import { proposeFamilyWeights } from '../../server/indicators/commands/weights.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { askOf } from './ask.ts'
import { approver, author, Desk, employee, expectRefusal, inspector, unitAdmin, versionId } from './desk.ts'

let server: TestDatabase
let desk: Desk

beforeAll(async () => {
  server = await createTestDatabase()
  desk = new Desk(server.database)
})
afterAll(() => server.drop())

const indicatorOf = async (version: string) => encodeId('Indicator', (await desk.version(version)).indicatorId)

const weightsOf = async (version: string) =>
  (await desk.version(version)).familyWeights.map(({ family, weight }) => [family, weight.toFixed()])

describe('proposeFamilyWeights', () => {
  test('starts a draft where there is none, writes into the one that there is, and leaves what is in force alone', async () => {
    const [inForce, drafted] = [await desk.published(), await desk.published()]
    const [one, two] = [await indicatorOf(inForce), await indicatorOf(drafted)]
    const [first] = await desk.do(author, proposeFamilyWeights, {
      family: 'BIDAN',
      weights: [{ indicatorId: two, weight: '40' }],
    })
    const drafts = await desk.do(author, proposeFamilyWeights, {
      family: 'LAYANAN',
      weights: [
        { indicatorId: one, weight: '30.5' },
        { indicatorId: two, weight: null },
      ],
    })
    expect(drafts).toHaveLength(2)
    expect(drafts).toContain(first)
    expect(await weightsOf(inForce)).toEqual([['LAYANAN', '25']])
    const fresh = drafts.find((id) => id !== first) ?? ''
    expect(await weightsOf(fresh)).toEqual([['LAYANAN', '30.5']])
    expect(await weightsOf(first ?? '')).toEqual([['BIDAN', '40']])
    expect(await desk.version(fresh)).toMatchObject({ state: 'DRAFT', version: 2, revision: 1, editorIds: [author.id] })
    expect(await desk.events('LAYANAN')).toEqual(['indicator.weightsProposed'])
  })

  test('is for those who may write definitions of the whole city', async () => {
    const indicatorId = await indicatorOf(await desk.published())
    for (const actor of [employee, inspector, unitAdmin]) {
      const refused = desk.do(actor, proposeFamilyWeights, { family: 'GURU', weights: [{ indicatorId, weight: '5' }] })
      await expectRefusal(refused, 'FORBIDDEN')
    }
  })

  test('changes no draft behind the back of its approver, and none of the others with it', async () => {
    const [free, waiting] = [await desk.published(), await desk.published()]
    const [one, two] = [await indicatorOf(free), await indicatorOf(waiting)]
    const [draft = ''] = await desk.do(author, proposeFamilyWeights, {
      family: 'GURU',
      weights: [{ indicatorId: two, weight: '5' }],
    })
    await desk.do(author, submitIndicatorDraft, { id: versionId(draft) })
    const weights = [
      { indicatorId: one, weight: '6' },
      { indicatorId: two, weight: '6' },
    ]
    await expectRefusal(desk.do(approver, proposeFamilyWeights, { family: 'GURU', weights }), 'WRONG_STATE')
    expect(
      await server.database.prisma.indicatorVersion.count({ where: { indicator: { versions: { some: { id: free } } } } }),
    ).toBe(1)
  })

  test('of two people at once leaves one draft that both wrote on', async () => {
    const indicatorId = await indicatorOf(await desk.published())
    const propose = (actor: typeof author, family: string) =>
      desk.do(actor, proposeFamilyWeights, { family, weights: [{ indicatorId, weight: '7' }] })
    const [[one], [two]] = await Promise.all([propose(author, 'AAA'), propose(approver, 'BBB')])
    expect(one).toBe(two)
    const { editorIds, familyWeights } = await desk.version(one ?? '')
    expect([...editorIds].sort()).toEqual([author.id, approver.id].sort())
    expect(familyWeights.map(({ family }) => family).sort()).toEqual(['AAA', 'BBB', 'LAYANAN'])
  })
})

describe('the weights over GraphQL', () => {
  const query = '{ familyWeights { family total draftTotal isComplete cells { code draftState } actions { name enabled } } }'

  test('keep drafts from those who may not read them', async () => {
    const indicatorId = await indicatorOf(await desk.published({ code: 'SHOWN-1' }))
    await desk.do(author, proposeFamilyWeights, { family: 'SECRET', weights: [{ indicatorId, weight: '100' }] })
    const families = async (actor: typeof author) =>
      ((await askOf(server.database, actor, query)).data as { familyWeights: { family: string }[] }).familyWeights
    expect((await families(inspector)).find(({ family }) => family === 'SECRET')).toEqual({
      family: 'SECRET',
      total: '0',
      draftTotal: '100',
      isComplete: true,
      cells: [{ code: 'SHOWN-1', draftState: 'DRAFT' }],
      actions: [{ name: 'PROPOSE', enabled: false }],
    })
    expect((await families(employee)).map(({ family }) => family)).not.toContain('SECRET')
  })
})

describe('a definition that is being written', () => {
  const query = `query ($input: CheckDefinitionInput!) { checkDefinition(input: $input) { field code isBlocking } }`
  const written = {
    name: 'Permits in time',
    aspect: 'KUANTITAS',
    unit: 'PERCENT',
    polarity: 'MAXIMIZE',
    aggregation: 'JUMLAH',
    frequency: 'TRIWULAN',
    attribution: 'INDIVIDUAL',
    sourceSystem: 'Log',
    sourceOwner: 'DPMPTSP',
    formulaText: 'a',
  }
  const check = async (actor: typeof author, input: object) => askOf(server.database, actor, query, { input })

  test('meets the checks of a draft before it is saved', async () => {
    const { data, codes } = await check(author, { ...written, target: '0' })
    expect(codes).toEqual([])
    expect(data).toEqual({
      checkDefinition: [
        { field: 'target', code: 'TARGET_NOT_POSITIVE', isBlocking: true },
        { field: 'counterIndicatorCode', code: 'VOLUME_WITHOUT_COUNTER', isBlocking: false },
      ],
    })
  })

  test('of a draft may not take effect before the version in force', async () => {
    const indicatorId = await indicatorOf(await desk.published())
    const [draft = ''] = await desk.do(author, proposeFamilyWeights, { family: 'GURU', weights: [{ indicatorId, weight: '5' }] })
    const input = { ...written, aspect: 'KUALITAS', target: '80', draftId: versionId(draft), effectiveFrom: '2025-01-01' }
    expect((await check(author, input)).data).toEqual({
      checkDefinition: [{ field: 'effectiveFrom', code: 'BEFORE_PREDECESSOR', isBlocking: true }],
    })
  })

  test('is checked only for those who read the whole catalogue', async () => {
    expect((await check(employee, written)).codes).toEqual([['checkDefinition', 'FORBIDDEN']])
  })
})
