import { parse, execute as run } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { notify } from '../../server/notices.ts'
import { schema } from '../../server/schema.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith } from '../organization/small-city.ts'

const now = new Date('2026-01-05T05:00:00Z')
const soon = new Date('2026-01-12T16:59:59.999Z')

let db: TestDatabase
const actors = {} as Record<'ani' | 'budi' | 'token' | 'admin' | 'unitAdmin', Actor>

beforeAll(async () => {
  db = await createTestDatabase()
  const { prisma } = db.database
  for (const name of ['ani', 'budi'] as const) {
    const { id } = await prisma.user.create({ data: { username: name, displayName: name, passwordHash: '' } })
    actors[name] = { ...actorWith({}), id, label: name }
  }
  const { id: unitId } = await prisma.unit.create({ data: { code: '1', name: 'Office', type: 'DINAS' } })
  actors.admin = actorWith({ grants: [{ role: 'ADMIN', unitId: null }] })
  actors.unitAdmin = actorWith({ grants: [{ role: 'ADMIN', unitId }] })
  actors.token = { ...actorWith({ kind: 'TOKEN', grants: [{ role: 'ADMIN', unitId: null }] }), id: actors.ani.id, scopes: [] }
  const about = { entity: { type: 'Skp', id: unitId }, params: { employee: 'Citra', year: '2026', reason: 'why' } }
  const notices = (['ani', 'budi'] as const).flatMap((name) => [
    { ...about, to: { userId: actors[name].id ?? '' }, kind: 'skp.toReview' as const, cause: 'later', dueAt: null },
    { ...about, to: { userId: actors[name].id ?? '' }, kind: 'skp.toReview' as const, cause: 'soon', dueAt: soon },
    { ...about, to: { userId: actors[name].id ?? '' }, kind: 'skp.approved' as const, cause: 'told' },
  ])
  await prisma.$transaction((tx) => notify(tx, notices, now))
})
afterAll(() => db.drop())

async function ask(actor: Actor, document: string, variables: Record<string, unknown> = {}) {
  const contextValue = createContext(db.database, actor, now, actor.language)
  const { data, errors } = await run({ schema, document: parse(document), contextValue, variableValues: variables })
  const codes = (errors ?? []).map(({ originalError, message }) =>
    originalError && 'code' in originalError ? originalError.code : message,
  )
  return { data: JSON.parse(JSON.stringify(data ?? null)), codes }
}

const inbox = `query ($filter: NoticeFilter) {
  notices(filter: $filter) { totalCount nodes { id group sentence entityType entityId dueAt readAt } } noticeCounts { unread toDo } }`

test('the inbox holds the own notices alone, what is to be done by its deadline', async () => {
  const { data } = await ask(actors.ani, inbox, { filter: { group: 'TO_DO' } })
  expect(data.notices.totalCount).toBe(2)
  expect(data.notices.nodes.map((node: { dueAt: string | null }) => node.dueAt)).toEqual([soon.toISOString(), null])
  expect(data.notices.nodes[0]).toMatchObject({
    group: 'TO_DO',
    sentence: 'Review the plan of Citra for 2026.',
    entityType: 'Skp',
    entityId: expect.stringMatching(/^skp_/),
  })
  const told = await ask({ ...actors.ani, language: 'id' }, inbox, { filter: { group: 'TOLD' } })
  expect(told.data.notices.nodes).toMatchObject([{ group: 'TOLD', sentence: 'SKP Anda tahun 2026 sudah ditetapkan.' }])
})

test('nobody sees the notices of others, by list, by id, by marking, or by a token', async () => {
  const { id } = await db.database.prisma.notice.findFirstOrThrow({ where: { userId: actors.budi.id ?? '' } })
  const globalId = encodeId('Notice', id)
  for (const actor of [actors.ani, actors.admin, actors.token]) {
    const { data } = await ask(actor, inbox)
    expect(data.notices.nodes.map((node: { id: string }) => node.id)).not.toContain(globalId)
    expect((await ask(actor, `{ node(id: "${globalId}") { id } }`)).codes).toEqual(['NOT_FOUND'])
    expect((await ask(actor, `mutation { readNotices(ids: ["${globalId}"]) }`)).codes).toEqual(['NOT_FOUND'])
  }
  expect((await ask(actors.token, inbox)).data.noticeCounts).toEqual({ unread: 0, toDo: 0 })
})

test('marking as read counts each notice once, and leaves one audit row', async () => {
  const { data } = await ask(actors.budi, inbox)
  const [first] = data.notices.nodes as { id: string }[]
  const mark = () => ask(actors.budi, 'mutation ($ids: [ID!]!) { readNotices(ids: $ids) }', { ids: [first?.id] })
  const rows = await auditOf(db.database, async () => {
    expect((await mark()).data).toEqual({ readNotices: 1 })
    expect((await mark()).codes).toEqual(['WRONG_STATE'])
  })
  expect(rows.map(({ event, actorId }) => [event, actorId])).toEqual([['notices.read', actors.budi.id]])
  expect((await ask(actors.budi, inbox)).data.noticeCounts).toEqual({ unread: 2, toDo: 2 })
  const all = 'mutation ($upTo: DateTime!) { readAllNotices(upTo: $upTo) }'
  expect((await ask(actors.budi, all, { upTo: '2026-01-05T04:00:00Z' })).codes).toEqual(['WRONG_STATE'])
  expect((await ask(actors.budi, all, { upTo: now.toISOString() })).data).toEqual({ readAllNotices: 2 })
  expect((await ask(actors.budi, inbox, { filter: { isRead: false } })).data.notices.totalCount).toBe(0)
})

const kinds = {
  job: {
    list: '{ jobs { totalCount nodes { id state failure actions { name enabled } } } }',
    retry: 'retryJob',
    event: 'job.retried',
  },
  mail: {
    list: '{ outboxMails { totalCount nodes { id state subject actions { name enabled } } } }',
    retry: 'retryMail',
    event: 'mail.retried',
  },
} as const

async function create(kind: keyof typeof kinds, isFailed: boolean): Promise<string> {
  const { prisma } = db.database
  if (kind === 'job') {
    const state = isFailed ? 'DEAD' : 'DONE'
    const job = { kind: 'test', key: `${state} ${Math.random()}`, state, attempts: 8, nextAt: now, failure: 'why' } as const
    return encodeId('Job', (await prisma.job.create({ data: job })).id)
  }
  const { id: noticeId } = await prisma.notice.findFirstOrThrow({ where: { mail: null }, orderBy: { id: 'asc' } })
  const letter = { noticeId, recipient: 'a@b.example', subject: 'subject', body: 'body', attempts: 8 }
  const { id } = await prisma.outboxMail.create({ data: { ...letter, state: isFailed ? 'FAILED' : 'SENT' } })
  return encodeId('OutboxMail', id)
}

test.each(['job', 'mail'] as const)(
  'a failed %s is seen and begun again by an administrator of the city alone, once',
  async (kind) => {
    const { list, retry, event } = kinds[kind]
    const [failed, sound] = [await create(kind, true), await create(kind, false)]
    const again = (actor: Actor, id: string) => ask(actor, `mutation ($id: ID!) { ${retry}(id: $id) { state attempts } }`, { id })
    for (const actor of [actors.ani, actors.unitAdmin, actors.token]) {
      expect((await ask(actor, list)).codes).toEqual(['FORBIDDEN'])
      expect((await ask(actor, `{ node(id: "${failed}") { id } }`)).codes).toEqual(['NOT_FOUND'])
      expect((await again(actor, failed)).codes).toEqual(['FORBIDDEN'])
    }
    expect(Object.values((await ask(actors.admin, list)).data)).toEqual([expect.objectContaining({ totalCount: 2 })])
    expect((await again(actors.admin, sound)).codes).toEqual(['WRONG_STATE'])
    const rows = await auditOf(db.database, async () => {
      const answers = await Promise.all([again(actors.admin, failed), again(actors.admin, failed)])
      expect(answers.flatMap(({ codes }) => codes)).toEqual(['WRONG_STATE'])
      expect(answers.map(({ data }) => data?.[retry]).filter(Boolean)).toEqual([{ state: 'WAITING', attempts: 0 }])
    })
    expect(rows.map((row) => row.event)).toEqual([event])
  },
)
