import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createIndicator, draftIndicatorVersion, updateIndicatorDraft } from '../../server/indicators/commands/drafts.ts'
import { publishIndicatorDraft, returnIndicatorDraft, submitIndicatorDraft } from '../../server/indicators/commands/review.ts'
import { contentHash } from '../../server/indicators/rules/definition.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { admin, approver, author, complete, Desk, expectOneWinner, expectRefusal, inspector, now, versionId } from './desk.ts'

let server: TestDatabase
let desk: Desk

beforeAll(async () => {
  server = await createTestDatabase()
  desk = new Desk(server.database)
})
afterAll(() => server.drop())

describe('submitIndicatorDraft', () => {
  test('hands the draft over for review', async () => {
    const id = await desk.submitted()
    expect(await desk.version(id)).toMatchObject({ state: 'REVIU', submittedAt: now, indicator: { state: 'REVIU' } })
    expect(await desk.events(id)).toEqual(['indicator.drafted', 'indicator.submitted'])
  })

  test('refuses a definition that F1 could not work with, field by field', async () => {
    const id = await desk.draft({ target: null, sourceOwner: '', levelLow: '110', levelHigh: '90' })
    const work = desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    await expect(work).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { target: {}, sourceOwner: {}, levelHigh: {} } })
    expect(await desk.version(id)).toMatchObject({ state: 'DRAFT' })
  })

  test('refuses a version that would take effect before the one in force', async () => {
    const { indicatorId } = await desk.version(await desk.published())
    const id = await desk.do(author, draftIndicatorVersion, { indicatorId: encodeId('Indicator', indicatorId) })
    await desk.do(author, updateIndicatorDraft, { id: versionId(id), revision: 0, effectiveFrom: new Date('2025-12-31') })
    const work = desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    await expect(work).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { effectiveFrom: {} } })
  })

  test('is refused to readers and for a draft that was submitted, by hand or by a rival', async () => {
    const id = await desk.draft()
    await expectRefusal(desk.do(inspector, submitIndicatorDraft, { id: versionId(id) }), 'FORBIDDEN')
    const submit = () => desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    await expectOneWinner([submit(), submit()], 'WRONG_STATE')
    expect(await desk.events(id)).toEqual(['indicator.drafted', 'indicator.submitted'])
  })
})

describe('returnIndicatorDraft', () => {
  test('gives the draft back with the reason, which the next submission clears', async () => {
    const id = await desk.submitted()
    await desk.do(approver, returnIndicatorDraft, { id: versionId(id), reason: 'Name the source.' })
    expect(await desk.version(id)).toMatchObject({
      state: 'DRAFT',
      returnReason: 'Name the source.',
      submittedAt: null,
      indicator: { state: 'DRAFT' },
    })
    const [, , returned] = await server.database.prisma.auditEvent.findMany({
      where: { entityId: id },
      orderBy: { sequence: 'asc' },
    })
    expect(returned).toMatchObject({ event: 'indicator.returned', reason: 'Name the source.' })
    await desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    expect(await desk.version(id)).toMatchObject({ state: 'REVIU', returnReason: null })
  })

  test('needs a reason, the permission and a draft under review; of two at once one counts', async () => {
    const id = await desk.submitted()
    const input = { id: versionId(id), reason: 'Name the source.' }
    await expectRefusal(desk.do(approver, returnIndicatorDraft, { ...input, reason: ' ' }), 'INVALID_INPUT')
    await expectRefusal(desk.do(inspector, returnIndicatorDraft, input), 'FORBIDDEN')
    await expectOneWinner(
      [desk.do(approver, returnIndicatorDraft, input), desk.do(admin, returnIndicatorDraft, input)],
      'WRONG_STATE',
    )
    expect(await desk.events(id)).toEqual(['indicator.drafted', 'indicator.submitted', 'indicator.returned'])
  })
})

describe('publishIndicatorDraft', () => {
  test('puts the first version in force, hashed and signed by the approver', async () => {
    const id = await desk.published()
    const version = await desk.version(id)
    expect(version).toMatchObject({ state: 'AKTIF', publishedAt: now, approvedById: approver.id, indicator: { state: 'AKTIF' } })
    expect(version.contentHash).toBe(contentHash(version.indicator.code, 1, version))
    expect(await desk.events(id)).toEqual(['indicator.drafted', 'indicator.submitted', 'indicator.published'])
  })

  test('supersedes the version in force and renames the indicator', async () => {
    const first = await desk.published()
    const { indicatorId } = await desk.version(first)
    const second = await desk.do(author, draftIndicatorVersion, { indicatorId: encodeId('Indicator', indicatorId) })
    await desk.do(author, updateIndicatorDraft, { id: versionId(second), revision: 0, name: 'Stricter', target: '90' })
    await desk.do(author, submitIndicatorDraft, { id: versionId(second) })
    expect((await desk.version(second)).indicator).toMatchObject({ state: 'AKTIF', name: complete.name })
    await desk.do(approver, publishIndicatorDraft, { id: versionId(second) })
    expect(await desk.version(first)).toMatchObject({ state: 'USANG', supersededAt: now })
    expect(await desk.version(second)).toMatchObject({
      state: 'AKTIF',
      version: 2,
      indicator: { state: 'AKTIF', name: 'Stricter' },
    })
    expect((await desk.version(second)).contentHash).not.toBe((await desk.version(first)).contentHash)
  })

  test('is refused to everybody who ever wrote on the draft, an administrator included', async () => {
    const id = await desk.draft()
    await desk.do(admin, updateIndicatorDraft, { id: versionId(id), revision: 0, lagDays: 5 })
    await desk.do(author, updateIndicatorDraft, { id: versionId(id), revision: 1, lagDays: 6 })
    await desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    await expectRefusal(desk.do(author, publishIndicatorDraft, { id: versionId(id) }), 'CONFLICT_OF_INTEREST')
    await expectRefusal(desk.do(admin, publishIndicatorDraft, { id: versionId(id) }), 'CONFLICT_OF_INTEREST')
    await desk.do(approver, publishIndicatorDraft, { id: versionId(id) })
  })

  test('a token writes in the name of its maker, and publishes nothing', async () => {
    const { prisma } = server.database
    const maker = await prisma.user.create({ data: { username: 'maker', displayName: 'Maker', passwordHash: '' } })
    const { id: tokenId } = await prisma.apiToken.create({
      data: { name: 'feed', tokenHash: 'x', role: 'ADMIN', createdById: maker.id },
    })
    const token = { ...admin, kind: 'TOKEN' as const, id: tokenId }
    const id = await desk.do(token, createIndicator, { ...complete, code: 'TOKEN-1' })
    await desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    await expectRefusal(desk.do(token, publishIndicatorDraft, { id: versionId(id) }), 'FORBIDDEN')
    await expectRefusal(desk.do({ ...admin, id: maker.id }, publishIndicatorDraft, { id: versionId(id) }), 'CONFLICT_OF_INTEREST')
  })

  test('is refused to readers, for an unsubmitted draft and for a revision that the approver has not read', async () => {
    const id = await desk.draft()
    await expectRefusal(desk.do(approver, publishIndicatorDraft, { id: versionId(id) }), 'WRONG_STATE')
    await desk.do(author, updateIndicatorDraft, { id: versionId(id), revision: 0, target: '70' })
    await desk.do(author, submitIndicatorDraft, { id: versionId(id) })
    await expectRefusal(desk.do(inspector, publishIndicatorDraft, { id: versionId(id) }), 'FORBIDDEN')
    await expectRefusal(desk.do(approver, publishIndicatorDraft, { id: versionId(id), revision: 0 }), 'STALE_VERSION')
    await desk.do(approver, publishIndicatorDraft, { id: versionId(id), revision: 1 })
  })

  test('decided by several at once, one decision counts and one audit row tells of it', async () => {
    const id = await desk.submitted()
    const decide = [approver, admin, approver, admin].map((actor) => desk.do(actor, publishIndicatorDraft, { id: versionId(id) }))
    await expectOneWinner(decide, 'WRONG_STATE')
    expect(await desk.events(id)).toEqual(['indicator.drafted', 'indicator.submitted', 'indicator.published'])
  })
})
