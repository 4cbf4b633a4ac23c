import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createIndicator,
  discardIndicatorDraft,
  draftIndicatorVersion,
  updateIndicatorDraft,
} from '../../server/indicators/commands/drafts.ts'
import { returnIndicatorDraft, submitIndicatorDraft } from '../../server/indicators/commands/review.ts'
import { contentHash } from '../../server/indicators/rules/definition.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import {
  approver,
  author,
  complete,
  Desk,
  employee,
  expectOneWinner,
  expectRefusal,
  inspector,
  unitAdmin,
  versionId,
} from './desk.ts'

let server: TestDatabase
let desk: Desk

beforeAll(async () => {
  server = await createTestDatabase()
  desk = new Desk(server.database)
})
afterAll(() => server.drop())

describe('createIndicator', () => {
  test('enters the indicator with a first draft by its author, to take effect today unless stated', async () => {
    const { effectiveFrom: _, ...definition } = complete
    const id = await desk.do(author, createIndicator, { ...definition, code: 'NEW-1' })
    const version = await desk.version(id)
    expect(version).toMatchObject({
      version: 1,
      state: 'DRAFT',
      revision: 0,
      targetRule: 'FIXED',
      editedById: author.id,
      editorIds: [author.id],
    })
    expect(version.effectiveFrom.toISOString().slice(0, 10)).toBe('2026-03-10')
    expect(version.indicator).toMatchObject({ code: 'NEW-1', name: complete.name, state: 'DRAFT' })
    expect(version.familyWeights.map(({ family, weight }) => [family, weight.toFixed()])).toEqual([['LAYANAN', '25']])
    expect(await desk.events(id)).toEqual(['indicator.drafted'])
  })

  test('is refused to readers, to whoever holds the permission over one unit alone, and for a code in use', async () => {
    const input = { ...complete, code: 'NEW-2' }
    await expectRefusal(desk.do(inspector, createIndicator, input), 'FORBIDDEN')
    await expectRefusal(desk.do(unitAdmin, createIndicator, input), 'FORBIDDEN')
    await desk.do(author, createIndicator, input)
    await expectRefusal(desk.do(author, createIndicator, input), 'CONFLICT')
  })

  test('entered twice at once, one of the two gets the code', async () => {
    const create = () => desk.do(author, createIndicator, { ...complete, code: 'NEW-3' })
    await expectOneWinner([create(), create()], 'CONFLICT')
    expect(await server.database.prisma.indicatorVersion.count({ where: { indicator: { code: 'NEW-3' } } })).toBe(1)
  })

  test.each([
    ['a code in small letters', { code: 'new-4' }],
    ['an unknown key', { state: 'AKTIF' }],
    ['a control character', { name: 'Permits\u0000' }],
    ['more digits than the column holds', { target: '123456789012345' }],
    ['a negative amount', { target: '-1' }],
    ['a family twice', { familyWeights: [complete.familyWeights[0], complete.familyWeights[0]] }],
  ])('refuses %s', async (_, changes) => {
    await expectRefusal(desk.do(author, createIndicator, { ...complete, code: 'NEW-4', ...changes }), 'INVALID_INPUT')
  })
})

describe('updateIndicatorDraft', () => {
  test('changes what is stated, keeps the rest, and tells the audit trail both values', async () => {
    const id = await desk.draft()
    const weights = [{ family: 'PELAKSANA', weight: '20', weightMin: '10', weightMax: '30' }]
    await desk.do(approver, updateIndicatorDraft, {
      id: versionId(id),
      revision: 0,
      name: 'Renamed',
      target: null,
      targetMin: '80',
      targetMax: '90',
      factor: null,
      familyWeights: weights,
    })
    const version = await desk.version(id)
    expect(version).toMatchObject({
      name: 'Renamed',
      target: null,
      revision: 1,
      editedById: approver.id,
      editorIds: [author.id, approver.id],
    })
    expect(version.indicator.name).toBe('Renamed')
    expect(version.factor.toFixed()).toBe('100')
    expect(version.formulaText).toBe(complete.formulaText)
    expect(version.familyWeights.map(({ family }) => family)).toEqual(['PELAKSANA'])
    const [, edit] = await server.database.prisma.auditEvent.findMany({ where: { entityId: id }, orderBy: { sequence: 'asc' } })
    expect(edit).toMatchObject({
      event: 'indicator.edited',
      changes: {
        name: [complete.name, 'Renamed'],
        target: ['85.5', null],
        targetMin: [null, '80'],
        targetMax: [null, '90'],
        familyWeights: ['LAYANAN=25', 'PELAKSANA=20 (10–30)'],
      },
    })
  })

  test('leaves the name of a published indicator alone until the draft is published', async () => {
    const id = await desk.published()
    const { indicatorId } = await desk.version(id)
    const draft = await desk.do(author, draftIndicatorVersion, { indicatorId: encodeId('Indicator', indicatorId) })
    await desk.do(author, updateIndicatorDraft, { id: versionId(draft), revision: 0, name: 'Next name' })
    expect((await desk.version(draft)).indicator.name).toBe(complete.name)
  })

  test('is refused to readers, after submission, and hides drafts from employees', async () => {
    const id = await desk.draft()
    const change = { id: versionId(id), revision: 0, name: 'Renamed' }
    await expectRefusal(desk.do(inspector, updateIndicatorDraft, change), 'FORBIDDEN')
    await expectRefusal(desk.do(employee, updateIndicatorDraft, change), 'NOT_FOUND')
    await desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    await expectRefusal(desk.do(author, updateIndicatorDraft, change), 'WRONG_STATE')
  })

  test('from the same revision twice at once, one change is kept and the other one is told', async () => {
    const id = await desk.draft()
    const change = (name: string) => desk.do(author, updateIndicatorDraft, { id: versionId(id), revision: 0, name })
    await expectOneWinner([change('First'), change('Second')], 'STALE_VERSION')
    expect(await desk.events(id)).toEqual(['indicator.drafted', 'indicator.edited'])
  })
})

describe('draftIndicatorVersion', () => {
  test('copies the version in force, weights included, to take effect today', async () => {
    const source = await desk.version(await desk.published())
    const id = await desk.do(approver, draftIndicatorVersion, { indicatorId: encodeId('Indicator', source.indicatorId) })
    const draft = await desk.version(id)
    expect(draft).toMatchObject({
      version: 2,
      state: 'DRAFT',
      revision: 0,
      contentHash: null,
      approvedById: null,
      editorIds: [approver.id],
    })
    expect(draft.effectiveFrom.toISOString().slice(0, 10)).toBe('2026-03-10')
    const content = { ...draft, effectiveFrom: source.effectiveFrom }
    expect(contentHash(draft.indicator.code, 1, content)).toBe(source.contentHash)
    expect(await desk.events(id)).toEqual(['indicator.drafted'])
  })

  test('is refused to readers, without a version in force, and while there is a draft', async () => {
    const source = await desk.version(await desk.published())
    const input = { indicatorId: encodeId('Indicator', source.indicatorId) }
    await expectRefusal(desk.do(employee, draftIndicatorVersion, input), 'FORBIDDEN')
    await expectOneWinner(
      [desk.do(author, draftIndicatorVersion, input), desk.do(approver, draftIndicatorVersion, input)],
      'CONFLICT',
    )
    const unpublished = await desk.version(await desk.draft())
    await expectRefusal(
      desk.do(author, draftIndicatorVersion, { indicatorId: encodeId('Indicator', unpublished.indicatorId) }),
      'WRONG_STATE',
    )
  })
})

describe('discardIndicatorDraft', () => {
  test('takes an indicator that was never published with it, so that its code is free again', async () => {
    const id = await desk.draft({ code: 'GONE-1' })
    expect(await desk.do(author, discardIndicatorDraft, { id: versionId(id) })).toBe(id)
    expect(await server.database.prisma.indicator.count({ where: { code: 'GONE-1' } })).toBe(0)
    expect(await desk.events(id)).toEqual(['indicator.drafted', 'indicator.discarded'])
    await desk.draft({ code: 'GONE-1' })
  })

  test('leaves a published indicator with the version in force', async () => {
    const first = await desk.version(await desk.published())
    const input = { indicatorId: encodeId('Indicator', first.indicatorId) }
    const draft = await desk.do(author, draftIndicatorVersion, input)
    await desk.do(author, discardIndicatorDraft, { id: versionId(draft) })
    expect((await desk.version(first.id)).indicator.state).toBe('AKTIF')
    await desk.do(author, draftIndicatorVersion, input)
  })

  test('is refused to readers and under review; of two at once one counts', async () => {
    const id = await desk.submitted()
    await expectRefusal(desk.do(author, discardIndicatorDraft, { id: versionId(id) }), 'WRONG_STATE')
    await desk.do(approver, returnIndicatorDraft, { id: versionId(id), reason: 'Not needed.' })
    await expectRefusal(desk.do(inspector, discardIndicatorDraft, { id: versionId(id) }), 'FORBIDDEN')
    const discard = () => desk.do(author, discardIndicatorDraft, { id: versionId(id) })
    await expectOneWinner([discard(), discard()], 'NOT_FOUND')
  })
})
