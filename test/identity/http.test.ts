import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '../../server/list.ts'
import { type Answer, codesOf, startTestServer, type TestServer } from '../http/server.ts'
import { createPeople, type People, password, userId } from './people.ts'

let server: TestServer
let people: People
beforeAll(async () => {
  server = await startTestServer()
  people = await createPeople(server.database.database)
})
afterAll(() => server.stop())

const signInDocument =
  'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { displayName permissions roles { role } } } }'

async function enter(identifier: string): Promise<{ cookie: string; answer: Answer; line: string }> {
  const answer = await server.ask(signInDocument, { input: { identifier, password } })
  const line = answer.headers.get('set-cookie') ?? ''
  return { cookie: line.split(';')[0] ?? '', answer, line }
}

test('signing in sets an HttpOnly, SameSite cookie that is the session, and signing out ends it', async () => {
  const { cookie, answer, line } = await enter('admin')
  expect(answer.data).toMatchObject({ signIn: { viewer: { displayName: 'Nama admin', roles: [{ role: 'ADMIN' }] } } })
  expect(line).toMatch(/^tera_session=[\w-]{43}; Expires=.*; Path=\/; HttpOnly; SameSite=Lax$/)
  expect((await server.ask('{ viewer { username isDemo language } }', {}, { cookie })).data).toEqual({
    viewer: { username: 'admin', isDemo: false, language: 'ID' },
  })
  const out = await server.ask('mutation { signOut }', {}, { cookie })
  expect([out.data, out.headers.get('set-cookie')]).toEqual([
    { signOut: true },
    'tera_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  ])
  expect((await server.ask('{ viewer { id } }', {}, { cookie })).data).toEqual({ viewer: null })
  expect((await server.ask('mutation { signOut }', {}, { cookie })).data).toEqual({ signOut: false })
})

test('a person sees who they are: roles with units, employee and sessions', async () => {
  const { cookie } = await enter(people.employees.nurse.nip)
  const { data, errors } = await server.ask(
    '{ viewer { id roles { role unit { code } } employee { nip } sessions { totalCount nodes { isCurrent revokedAt } } } }',
    {},
    { cookie },
  )
  expect(errors).toBeUndefined()
  expect(data).toEqual({
    viewer: {
      id: userId(people.users.nurse),
      roles: [{ role: 'EMPLOYEE', unit: { code: 'PUSKESMAS' } }],
      employee: { nip: people.employees.nurse.nip },
      sessions: { totalCount: 1, nodes: [{ isCurrent: true, revokedAt: null }] },
    },
  })
})

test('a role that is granted or withdrawn counts on the very next request of its holder', async () => {
  const [admin, teacher] = await Promise.all(
    ['admin', people.employees.teacher.nip].map(async (name) => ({ cookie: (await enter(name)).cookie })),
  )
  const canList = async () => codesOf(await server.ask('{ apiTokens { totalCount } }', {}, teacher)).length === 0
  for (let round = 0; round < 5; round += 1) {
    expect(await canList()).toBe(false)
    const granted = await server.ask(
      'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { grants(first: 1) { nodes { id role } } } }',
      { input: { userId: userId(people.users.teacher), role: 'ADMIN', reason: 'uji wewenang' } },
      admin,
    )
    expect(await canList()).toBe(true)
    const { grantRole } = granted.data as { grantRole: { grants: { nodes: { id: string; role: string }[] } } }
    const id = grantRole.grants.nodes.find(({ role }) => role === 'ADMIN')?.id
    const withdrawn = await server.ask(
      'mutation ($input: ReasonedIdentityInput!) { withdrawRole(input: $input) { id } }',
      { input: { id, reason: 'uji selesai' } },
      admin,
    )
    expect(withdrawn.errors).toBeUndefined()
  }
  expect(await canList()).toBe(false)
})

test('a token acts within its scopes and is listed without its secret', async () => {
  const { cookie } = await enter('admin')
  const made = await server.ask(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token apiToken { name role scopes actions { name enabled } } } }',
    { input: { name: 'SIASN', role: 'INTEGRATOR', scopes: ['aggregates.read'] } },
    { cookie },
  )
  const { token, apiToken } = (made.data as { createApiToken: { token: string; apiToken: unknown } }).createApiToken
  expect(apiToken).toEqual({
    name: 'SIASN',
    role: 'INTEGRATOR',
    scopes: ['aggregates.read'],
    actions: [{ name: 'REVOKE', enabled: true }],
  })
  const bearer = { authorization: `Bearer ${token}` }
  expect((await server.ask('{ viewer { displayName permissions username } }', {}, bearer)).data).toEqual({
    viewer: { displayName: 'SIASN', permissions: ['aggregates.read'], username: null },
  })
  expect((await server.ask('{ employees { totalCount } }', {}, bearer)).data).toEqual({ employees: { totalCount: 0 } })
  expect(codesOf(await server.ask('{ viewer { id } }', {}, { authorization: 'Bearer tera_wrong' }))).toEqual(['UNAUTHENTICATED'])
})

describe('leaks', () => {
  const hidden = async (query: string, cookie: string) => {
    const answer = await server.ask(query, {}, { cookie })
    return [codesOf(answer), JSON.stringify(answer.data ?? null)]
  }

  test('users, grants, sessions and tokens of others are not found, neither by id nor in a list', async () => {
    const { cookie } = await enter('admin.kesehatan')
    const admin = people.users.admin
    const session = await server.database.database.prisma.session.findFirstOrThrow({ where: { userId: admin.id } })
    expect((await hidden(`{ user(id: "${userId(admin)}") { username } }`, cookie))[0]).toEqual(['NOT_FOUND'])
    const ids = [userId(admin), encodeId('RoleGrant', admin.grants[0]?.id ?? ''), encodeId('Session', session.id)]
    for (const id of ids) {
      const [codes, text] = await hidden(
        `{ node(id: "${id}") { id ... on User { username } ... on RoleGrant { role } ... on Session { device } } }`,
        cookie,
      )
      expect([codes?.length, text]).toEqual([1, '{"node":null}'])
    }
    const lists = await server.ask(
      '{ users { totalCount nodes { username } } sessions { nodes { id } } apiTokens { totalCount } }',
      {},
      { cookie },
    )
    expect(lists.errors).toBeUndefined()
    expect(lists.text).not.toContain('"admin"')
    expect(lists.text).not.toContain(session.id)
  })

  test('nobody reads users without signing in, and hashes and secrets are no fields at all', async () => {
    for (const query of [
      '{ users { totalCount } }',
      '{ sessions { totalCount } }',
      '{ apiTokens { totalCount } }',
      '{ settings { key } }',
    ]) {
      const answer = await server.ask(query)
      expect([codesOf(answer), answer.data]).toEqual([['UNAUTHENTICATED'], null])
    }
    const { cookie } = await enter('admin')
    for (const query of [
      '{ users { nodes { passwordHash } } }',
      '{ sessions { nodes { tokenHash } } }',
      '{ apiTokens { nodes { tokenHash } } }',
    ]) {
      expect(codesOf(await server.ask(query, {}, { cookie }))).toEqual(['INVALID_INPUT'])
    }
  })
})

test('the log of all this holds no password, secret, name or number of a person', async () => {
  const { cookie } = await enter(people.employees.nurse.nip)
  await server.ask(signInDocument, { input: { identifier: people.employees.nurse.nip, password: 'salah sekali' } })
  const log = server.logged.join('\n')
  for (const secret of [password, 'salah sekali', cookie.split('=')[1] ?? '', people.employees.nurse.nip])
    expect(log).not.toContain(secret)
})
