import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../server/db.ts'
import { Authenticator } from '../../server/http/authenticate.ts'
import { grantRole, withdrawRole } from '../../server/identity/commands/grants.ts'
import { hashSecret, newSecret } from '../../server/identity/commands/secrets.ts'
import { revokeSession } from '../../server/identity/commands/sessions.ts'
import { createApiToken, revokeApiToken } from '../../server/identity/commands/tokens.ts'
import { disableUser } from '../../server/identity/commands/users.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { as, createPeople, now, type People, userId } from './people.ts'

let db: TestDatabase
let people: People
const statements: string[] = []
let own: Authenticator
let otherDatabase: Database
let other: Authenticator
beforeAll(async () => {
  db = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  people = await createPeople(db.database)
  otherDatabase = await openDatabase(db.url, { poolSize: 2, onStatement: (sql) => statements.push(sql) })
  own = new Authenticator(db.database, true)
  other = new Authenticator(otherDatabase, true)
  await Promise.all([own.listen(), other.listen()])
})
afterAll(async () => {
  await Promise.all([own.close(), other.close()])
  await otherDatabase.close()
  await db.drop()
})

const reason = 'uji wewenang'
const later = (ms: number) => new Date(now.getTime() + ms)
const hour = 3_600_000

async function session(user: { id: string }, expiresAt = later(12 * hour)) {
  const secret = newSecret()
  const row = await db.database.prisma.session.create({
    data: { userId: user.id, tokenHash: hashSecret(secret), device: 'uji', createdAt: now, lastSeenAt: now, expiresAt },
  })
  return { id: row.id, headers: { cookie: `other=1; tera_session=${secret}` } }
}

async function token() {
  const made = await as(db.database, people.users.admin)(createApiToken, {
    name: 'SIASN',
    role: 'INTEGRATOR',
    scopes: ['organization.read'],
  })
  return { id: made.id, headers: { authorization: `Bearer ${made.token}` } }
}

test('a known session or token costs no statement', async () => {
  for (const { headers } of [await session(people.users.admin), await token()]) {
    await own.authenticate(headers, now)
    statements.length = 0
    const actor = own.authenticate(headers, later(1_000))
    expect(actor).not.toBeInstanceOf(Promise)
    expect(statements).toEqual([])
  }
})

test('the actor is the person with their roles of today, or the token with its scopes', async () => {
  const { nurse } = people.users
  const { id, headers } = await session(nurse)
  expect(await own.authenticate(headers, now)).toMatchObject({
    kind: 'USER',
    id: nurse.id,
    employeeId: people.employees.nurse.id,
    sessionId: id,
    grants: [{ role: 'EMPLOYEE', unitId: people.units.clinic.id }],
    scopes: null,
  })
  const made = await token()
  expect(await own.authenticate(made.headers, now)).toMatchObject({
    kind: 'TOKEN',
    id: made.id,
    grants: [{ role: 'INTEGRATOR', unitId: null }],
    scopes: ['organization.read'],
  })
})

test('without credentials, or with a cookie of no session, it is nobody', async () => {
  const strangers = [{}, { cookie: 'a=b' }, { cookie: 'tera_session=kurang' }, { cookie: `tera_session=${newSecret()}` }]
  for (const headers of strangers) expect((await own.authenticate(headers, now)).kind).toBe('ANONYMOUS')
})

test('credentials that are no valid token are refused, not ignored', async () => {
  for (const authorization of ['Basic YTpi', 'Bearer x', 'Bearer ', `Bearer ${newSecret('tera_')}`]) {
    await expect((async () => own.authenticate({ authorization }, now))()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  }
})

describe('power ends', () => {
  test('on the next request of a session of which a role is withdrawn, in this process and in another one', async () => {
    const { inspector, admin } = people.users
    const { headers } = await session(inspector)
    const seen = async (authenticator: Authenticator) =>
      (await authenticator.authenticate(headers, now)).grants.map(({ role }) => role)
    expect([await seen(own), await seen(other)]).toEqual([['INSPECTOR'], ['INSPECTOR']])
    const grant = encodeId('RoleGrant', inspector.grants[0]?.id ?? '')
    await as(db.database, admin)(withdrawRole, { id: grant, reason })
    own.forget(inspector.id)
    expect(await seen(own)).toEqual([])
    await vi.waitFor(async () => expect(await seen(other)).toEqual([]))
    await as(db.database, admin)(grantRole, { userId: userId(inspector), role: 'TIM_KINERJA', reason })
    await vi.waitFor(async () => expect([await seen(own), await seen(other)]).toEqual([['TIM_KINERJA'], ['TIM_KINERJA']]))
  })

  test('for a revoked session, a disabled user and a revoked token', async () => {
    const { admin, teacher, wide } = people.users
    const [revoked, disabled, ended] = [await session(teacher), await session(wide), await token()]
    for (const { headers } of [revoked, disabled, ended]) await other.authenticate(headers, now)
    const run = as(db.database, admin)
    await run(revokeSession, { id: encodeId('Session', revoked.id) })
    await run(disableUser, { id: userId(wide), reason })
    await run(revokeApiToken, { id: encodeId('ApiToken', ended.id) })
    for (const { headers } of [revoked, disabled]) {
      await vi.waitFor(async () => expect((await other.authenticate(headers, now)).kind).toBe('ANONYMOUS'))
    }
    await vi.waitFor(() =>
      expect((async () => other.authenticate(ended.headers, now))()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' }),
    )
  })

  test('at midnight of the city after the last day of a role, and begins at that of its first day', async () => {
    const { teacher } = people.users
    const { headers } = await session(teacher, later(72 * hour))
    await db.database.prisma.roleGrant.createMany({
      data: [
        { userId: teacher.id, role: 'INSPECTOR', validFrom: new Date('2026-01-01'), validTo: new Date('2026-03-10') },
        { userId: teacher.id, role: 'TEAM_MEMBER', validFrom: new Date('2026-03-11') },
      ],
    })
    const rolesAt = async (at: string) => (await own.authenticate(headers, new Date(at))).grants.map(({ role }) => role).sort()
    expect(await rolesAt('2026-03-10T16:59:59.999Z')).toEqual(['EMPLOYEE', 'INSPECTOR'])
    expect(await rolesAt('2026-03-10T17:00:00Z')).toEqual(['EMPLOYEE', 'TEAM_MEMBER'])
  })

  test('after twelve hours without use or seven days in all', async () => {
    const { headers } = await session(people.users.admin)
    const kindAt = async (ms: number) => (await own.authenticate(headers, later(ms))).kind
    for (let hours = 0; hours < 7 * 24; hours += 11) expect(await kindAt(hours * hour)).toBe('USER')
    expect(await kindAt(7 * 24 * hour)).toBe('ANONYMOUS')
    const unused = await session(people.users.admin)
    expect((await own.authenticate(unused.headers, later(12 * hour))).kind).toBe('ANONYMOUS')
  })

  test('of a token at its end', async () => {
    const { headers } = await token()
    expect(await own.authenticate(headers, later(364 * 24 * hour))).toMatchObject({ kind: 'TOKEN' })
    await expect((async () => own.authenticate(headers, later(365 * 24 * hour)))()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })
})

test('accounts of the demonstration count as nobody in production', async () => {
  const { id } = await db.database.prisma.user.create({
    data: { username: 'demo', displayName: 'Demo', passwordHash: 'x', isDemo: true },
  })
  const { headers } = await session({ id })
  expect((await own.authenticate(headers, now)).kind).toBe('USER')
  expect((await new Authenticator(db.database, false).authenticate(headers, now)).kind).toBe('ANONYMOUS')
})

test('the last use is written at most once a minute', async () => {
  const { id, headers } = await token()
  statements.length = 0
  for (const seconds of [0, 10, 59, 61, 100]) await own.authenticate(headers, later(seconds * 1_000))
  expect(statements.filter((sql) => sql.includes('UPDATE "public"."api_token"'))).toHaveLength(2)
  expect(await db.database.prisma.apiToken.findUniqueOrThrow({ where: { id } })).toMatchObject({ lastUsedAt: later(61_000) })
})

test('while changes of other processes cannot be heard nothing is kept, and keeping begins again with a clean slate', async () => {
  const { headers } = await session(people.users.admin)
  await own.authenticate(headers, now)
  const owner = new pg.Client({ connectionString: db.url })
  await owner.connect()
  const lines = `FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`
  const cut = await owner.query(`SELECT pg_terminate_backend(pid) ${lines}`)
  await owner.end()
  expect(cut.rowCount).toBe(2)
  await vi.waitFor(() => expect(own.isListening).toBe(false))
  statements.length = 0
  await own.authenticate(headers, later(1_000))
  await own.authenticate(headers, later(2_000))
  expect(statements.filter((sql) => sql.includes('"session"')).length).toBeGreaterThanOrEqual(2)
  await vi.waitFor(() => expect(own.isListening).toBe(true), 5_000)
  await own.authenticate(headers, later(3_000))
  statements.length = 0
  await own.authenticate(headers, later(4_000))
  expect(statements).toEqual([])
})
