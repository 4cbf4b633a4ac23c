import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { preparePeriod } from '../../server/appraisals/commands/periods.ts'
import { auditEvents } from '../../server/audit-events.ts'
import { type Database, openDatabase } from '../../server/db.ts'
import { type HttpServer, startHttp } from '../../server/http.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { topicsOf } from '../../server/live/topics.ts'
import { schema } from '../../server/schema.ts'
import { execute } from '../../server/transact.ts'
import { createPeople, type People, password } from '../identity/people.ts'
import { type EventStream, openEvents } from './event-stream.ts'
import { startTestServer, type TestServer } from './server.ts'

const changes = 'subscription ($topics: [ChangeTopic!]!) { changes(topics: $topics) { topic at } }'
const follow = (url: string, topics: readonly string[], headers: Record<string, string>) =>
  openEvents(url, changes, { topics }, headers)

let server: TestServer
let people: People
let otherDatabase: Database
let other: HttpServer
const streams: EventStream[] = []

beforeAll(async () => {
  server = await startTestServer({ limits: { live: { perSession: 2, all: 10 } } })
  people = await createPeople(server.database.database)
  otherDatabase = await openDatabase(server.database.url, { poolSize: 2 })
  other = await startHttp({
    database: otherDatabase,
    schema,
    env: { host: '127.0.0.1', port: 0, nodeEnv: 'test' },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
  })
})
afterAll(async () => {
  await other.close()
  await otherDatabase.close()
  await server.stop()
})
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.leave()))
  await vi.waitFor(() => expect(server.stats().streams).toBe(0))
})

async function open(...[url, topics, headers]: Parameters<typeof follow>): Promise<EventStream> {
  const stream = await follow(url, topics, headers)
  streams.push(stream)
  return stream
}

async function enter(identifier: string): Promise<{ cookie: string }> {
  const document = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }'
  const { headers } = await server.ask(document, { input: { identifier, password } })
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const prepare = (database: Database, year: number) =>
  execute(database, preparePeriod, { year }, { actor: systemActor('test'), now: new Date() })

const codesOf = (result: Record<string, unknown> | undefined) =>
  (result?.errors as { extensions: { code: string } }[] | undefined)?.map(({ extensions }) => extensions.code)

describe('who may follow what changes', () => {
  test('nobody without a session', async () => {
    const stream = await open(server.url, ['PERIODS'], {})
    expect(codesOf(await stream.next())).toEqual(['UNAUTHENTICATED'])
    expect(await stream.next()).toBeUndefined()
  })

  test('a topic needs the permission to read it, for tokens as for people', async () => {
    const nurse = await enter(people.employees.nurse.nip)
    for (const topic of ['AUDIT', 'USERS', 'IMPORTS', 'DATA_ISSUES']) {
      expect(codesOf(await (await open(server.url, ['PERIODS', topic], nurse)).next()), topic).toEqual(['FORBIDDEN'])
    }
    const integrator = await open(server.url, ['AUDIT'], await server.tokenOf('INTEGRATOR'))
    expect(codesOf(await integrator.next())).toEqual(['FORBIDDEN'])
  })

  test('a session holds a bounded number of streams; one that leaves makes room', async () => {
    const inspector = await enter('inspektur')
    const first = await open(server.url, ['PERIODS'], inspector)
    await open(server.url, ['PERIODS'], inspector)
    await vi.waitFor(() => expect(server.stats().streams).toBe(2))
    const third = await open(server.url, ['PERIODS'], inspector)
    expect([third.status, codesOf(await third.next())]).toEqual([429, ['TOO_MANY_REQUESTS']])
    await first.leave()
    await vi.waitFor(() => expect(server.stats().streams).toBe(1))
    expect((await open(server.url, ['PERIODS'], inspector)).status).toBe(200)
  })

  test('a client that does not take events is refused, and holds no stream', async () => {
    const answer = await server.ask(
      changes,
      { topics: ['PERIODS'] },
      { ...(await enter('inspektur')), accept: 'application/json' },
    )
    expect(answer.status).toBe(406)
    await vi.waitFor(() => expect(server.stats().streams).toBe(0))
  })

  test.each(['session.revoked', 'user.disabled'] as const)('the stream ends on %s', async (event) => {
    const [name, user] =
      event === 'session.revoked' ? ['admin.kesehatan', people.users.healthAdmin] : ['penghubung', people.users.wide]
    const stream = await open(server.url, ['PERIODS'], await enter(name))
    await vi.waitFor(() => expect(server.stats().streams).toBe(1))
    const { session } = server.database.database.prisma
    const { id } = await session.findFirstOrThrow({ where: { userId: user.id }, orderBy: { createdAt: 'desc' } })
    const admin = await enter('admin')
    const [document, subject] =
      event === 'session.revoked'
        ? ['mutation ($id: ID!) { revokeSession(input: { id: $id }) { id } }', encodeId('Session', id)]
        : ['mutation ($id: ID!) { disableUser(input: { id: $id, reason: "Pindah tugas" }) { id } }', encodeId('User', user.id)]
    expect((await server.ask(document, { id: subject }, admin)).errors).toBeUndefined()
    expect(await stream.next()).toBeUndefined()
  })
})

describe('what is told', () => {
  test('a change made in one process reaches the listeners of another, when it is committed', async () => {
    const inspector = await enter('inspektur')
    const [here, there] = [await open(server.url, ['PERIODS'], inspector), await open(other.url, ['PERIODS', 'AUDIT'], inspector)]
    await prepare(otherDatabase, 2031)
    expect(await here.next()).toMatchObject({ data: { changes: { topic: 'PERIODS', at: expect.stringMatching(/Z$/) } } })
    const told = [await there.next(), await there.next()].map(
      (result) => (result as { data: { changes: { topic: string } } }).data,
    )
    expect(told.map(({ changes: { topic } }) => topic).sort()).toEqual(['AUDIT', 'PERIODS'])
  })

  test('the line shows signs of life while nothing changes', async () => {
    const stream = await open(server.url, ['SETTINGS'], await enter('inspektur'))
    await stream.heartbeats(3)
  })

  test('every event of the audit trail belongs to a kind of data, or says that only the trail tells it', () => {
    const silent = Object.keys(auditEvents).filter((event) => topicsOf(event).length === 1)
    expect(
      silent
        .map((event) => event.split('.')[0])
        .filter((noun) => !['demo', 'savedView', 'view', 'note', 'coaching', 'discipline'].includes(noun ?? '')),
    ).toEqual([])
  })
})

test('open streams neither count as work nor keep a server from ending', async () => {
  const database = await openDatabase(server.database.url, { poolSize: 2 })
  const third = await startHttp({
    database,
    schema,
    env: { host: '127.0.0.1', port: 0, nodeEnv: 'test' },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    limits: { pressure: { requests: 1, waiting: 100, loopDelayMs: 60_000 } },
  })
  const inspector = await enter('inspektur')
  const stream = await follow(third.url, ['PERIODS'], inspector)
  const asked = await fetch(`${third.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...inspector },
    body: JSON.stringify({ query: '{ viewer { id } }' }),
  })
  expect(asked.status).toBe(200)
  const began = performance.now()
  await third.close()
  expect(performance.now() - began).toBeLessThan(3_000)
  expect(await stream.next()).toBeUndefined()
  await database.close()
})
