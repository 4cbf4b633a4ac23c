import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../server/db.ts'
import { readEnv } from '../../server/env.ts'
import { unsafeDatabase, unsafeSettings } from '../../server/unsafe.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

const settingsOf = (source: NodeJS.ProcessEnv) => unsafeSettings(readEnv(source)).join('\n')

test.each<NodeJS.ProcessEnv>([
  {},
  { HOST: 'localhost' },
  { HOST: '::1' },
  { NODE_ENV: 'production', TERA_HTTPS: '1' },
  { NODE_ENV: 'production', TERA_HTTPS: '1', HOST: '0.0.0.0', TERA_PROXIES: '1', TERA_ORIGINS: 'https://dasbor.example.go.id' },
  { TERA_ORIGINS: 'http://localhost:5173' },
  { DATABASE_URL: 'postgresql://tera@127.0.0.1/tera' },
  { DATABASE_URL: 'postgresql://tera@[::1]/tera' },
  { DATABASE_URL: 'postgresql://tera@db.example.go.id/tera?sslmode=verify-full' },
])('nothing is said of safe settings: %o', (source) => {
  expect(settingsOf(source)).toBe('')
})

test.each<[NodeJS.ProcessEnv, RegExp]>([
  [{ HOST: '0.0.0.0', TERA_DEMO: '0' }, /^HOST=0\.0\.0\.0 .*without https.*TERA_HTTPS=1\.$/],
  [{ HOST: '::', TERA_DEMO: '0' }, /^HOST=:: .*without https/],
  [{ HOST: '0.0.0.0', TERA_HTTPS: '1' }, /^HOST=0\.0\.0\.0 .*demo accounts.*NODE_ENV=production\.$/],
  [{ NODE_ENV: 'production' }, /^NODE_ENV=production without TERA_HTTPS=1/],
  [{ NODE_ENV: 'production', TERA_HTTPS: '1', TERA_DEMO: '1' }, /^TERA_DEMO=1 has no effect/],
  [{ TERA_ORIGINS: 'https://a.example,http://b.example' }, /^TERA_ORIGINS .*\(http:\/\/b\.example\)/],
  [
    { DATABASE_URL: 'postgresql://me:secret@db.example.go.id/tera' },
    /^DATABASE_URL leads to another machine.*sslmode=verify-full\.$/,
  ],
  [{ DATABASE_URL: 'postgresql://me@10.0.0.5/tera?sslmode=prefer' }, /^DATABASE_URL leads to another machine/],
])('an unsafe setting is named in one line, with what to set instead: %o', (source, sentence) => {
  expect(settingsOf(source)).toMatch(sentence)
  expect(settingsOf(source)).not.toContain('\n')
  expect(settingsOf(source)).not.toContain('secret')
})

test('a login with too many rights, or without the role of the application, is named', async () => {
  const external = readEnv({ DATABASE_URL: db.url })
  expect(await unsafeDatabase(db.database, external)).toEqual([expect.stringMatching(/^DATABASE_URL signs in as a superuser/)])
  expect(await unsafeDatabase(db.database, readEnv({}))).toEqual([])
  await using login = await ordinaryLogin()
  const database = await openDatabase(login.url, { poolSize: 1 })
  expect(await unsafeDatabase(database, readEnv({ DATABASE_URL: login.url, TERA_DEMO: '1' }))).toEqual([
    expect.stringMatching(/^The role tera_app is missing/),
  ])
  await database.close()
})

test('demo accounts are named where there is no demo', async () => {
  await using own = await createTestDatabase()
  await own.database.prisma.user.create({ data: { username: 'demo', displayName: 'Demo', passwordHash: 'x', isDemo: true } })
  const said = async (source: NodeJS.ProcessEnv) => (await unsafeDatabase(own.database, readEnv(source))).join('\n')
  expect(await said({ NODE_ENV: 'production' })).toMatch(/^This database holds demo accounts \(1\)\. They are refused/)
  expect(await said({ TERA_DEMO: '0' })).toMatch(/Everybody knows their passwords/)
  expect(await said({})).toBe('')
})

/** A login that is neither a superuser nor a member of the application's role. It may only read what the warnings ask for. */
async function ordinaryLogin() {
  const name = `tera_plain_${process.pid}`
  await asOwner(`CREATE ROLE ${name} LOGIN PASSWORD 'plain'; GRANT SELECT ON app_user TO ${name}`)
  const url = new URL(db.url)
  url.username = name
  url.password = 'plain'
  return { url: url.href, [Symbol.asyncDispose]: () => asOwner(`DROP OWNED BY ${name}; DROP ROLE ${name}`) }
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: db.url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
