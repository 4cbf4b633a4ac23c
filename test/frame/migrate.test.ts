import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { migrate } from '../../server/migrate.ts'
import { dropDatabase, freshDatabaseUrl } from '../database.ts'

/** Whole processes start here, which takes long on a busy machine. */
const patience = { timeout: 60_000, interval: 50 }
vi.setConfig({ testTimeout: 120_000 })

let url: string
let directory: string
beforeEach(() => {
  url = freshDatabaseUrl()
  directory = mkdtempSync(join(tmpdir(), 'tera-migrations-'))
})
afterEach(async () => {
  rmSync(directory, { recursive: true })
  await dropDatabase(url)
})

function put(name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true })
  writeFileSync(join(directory, name, 'migration.sql'), sql)
}

async function withClient<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

const ask = (sql: string) => withClient(async (client) => (await client.query(sql)).rows)
const history = () =>
  ask('SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY name')

test('a missing database is created, and a second run changes nothing', async () => {
  put('1_first', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1);')
  const reported: string[] = []
  expect(await migrate(url, { directory, report: (name) => reported.push(name) })).toEqual(['1_first'])
  put('2_second', 'INSERT INTO a VALUES (2);')
  expect(await migrate(url, { directory })).toEqual(['2_second'])
  expect(await migrate(url, { directory })).toEqual([])
  expect(await ask('SELECT id FROM a ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }])
  expect(reported).toEqual(['1_first'])
})

test('two that migrate at once take turns', async () => {
  put('1_first', 'CREATE TABLE a (id int); SELECT pg_sleep(0.2);')
  const applied = await Promise.all([migrate(url, { directory }), migrate(url, { directory })])
  expect(applied.flat()).toEqual(['1_first'])
})

test('a migration that fails leaves nothing behind and is named; mended, it applies', async () => {
  put('1_first', 'CREATE TABLE a (id int);')
  put('2_second', 'CREATE TABLE b (id int); SELECT no_such_function();')
  await expect(migrate(url, { directory })).rejects.toThrow(/2_second failed and was rolled back: .*no_such_function/)
  expect(await history()).toEqual([{ name: '1_first', finished: true }])
  put('2_second', 'CREATE TABLE b (id int);')
  expect(await migrate(url, { directory })).toEqual(['2_second'])
})

test('a process killed in the middle leaves nothing behind, and the next one goes on', async () => {
  put('1_first', 'CREATE TABLE a (id int);')
  await migrate(url, { directory })
  put('2_second', 'CREATE TABLE b (id int); SELECT pg_sleep(60);')
  const script = `import(${JSON.stringify(join(import.meta.dirname, '../../server/migrate.ts'))}).then((m) => m.migrate(...${JSON.stringify([url, { directory }])}))`
  const child = execFile(process.execPath, ['-e', script])
  const sleeping = `SELECT pid FROM pg_stat_activity WHERE application_name = 'tera migrate' AND wait_event = 'PgSleep'`
  const pids = await vi.waitFor(async () => {
    const rows = await ask(sleeping)
    expect(rows).toHaveLength(1)
    return rows
  }, patience)
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
  // A server notices a vanished client when it next speaks to it; the sleep would keep it from that for a minute.
  await ask(`SELECT pg_terminate_backend(${pids[0].pid})`)
  put('2_second', 'CREATE TABLE b (id int);')
  expect(await migrate(url, { directory })).toEqual(['2_second'])
  expect(await history()).toEqual([
    { name: '1_first', finished: true },
    { name: '2_second', finished: true },
  ])
})

test('it lets requests pass that use the table, and applies when they are done', async () => {
  put('1_first', 'CREATE TABLE a (id int);')
  await migrate(url, { directory })
  put('2_second', 'ALTER TABLE a ADD COLUMN name text;')
  await withClient(async (request) => {
    await request.query('BEGIN; SELECT * FROM a')
    const migrating = migrate(url, { directory })
    // The reader behind the waiting migration is held up for a second at most.
    await vi.waitFor(
      async () => expect(await ask("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'a'::regclass")).toHaveLength(1),
      patience,
    )
    await ask("SET statement_timeout = '3s'; SELECT count(*) FROM a")
    await request.query('COMMIT')
    expect(await migrating).toEqual(['2_second'])
  })
})

test('an applied migration that was edited is named and nothing is applied', async () => {
  put('1_first', 'CREATE TABLE a (id int);')
  await migrate(url, { directory })
  put('1_first', 'CREATE TABLE a (id bigint);')
  put('2_second', 'CREATE TABLE b (id int);')
  await expect(migrate(url, { directory })).rejects.toThrow(/1_first was edited/)
  expect(await ask("SELECT to_regclass('b') AS b")).toEqual([{ b: null }])
})

test('other line ends are no edit', async () => {
  put('1_first', 'CREATE TABLE a (\n  id int\n);\n')
  await migrate(url, { directory })
  put('1_first', 'CREATE TABLE a (\r\n  id int\r\n);\r\n')
  expect(await migrate(url, { directory })).toEqual([])
})

test('a database of a newer version, and one with a failed migration of the command, are refused by name', async () => {
  put('1_first', 'CREATE TABLE a (id int);')
  await migrate(url, { directory })
  rmSync(join(directory, '1_first'), { recursive: true })
  await expect(migrate(url, { directory })).rejects.toThrow(/newer than this version.*1_first/)
  await ask('UPDATE _prisma_migrations SET finished_at = NULL')
  await expect(migrate(url, { directory })).rejects.toThrow(/1_first failed earlier/)
})

test('a database out of reach is named without its password', async () => {
  const run = migrate('postgresql://me:secret@127.0.0.1:1/tera', { directory })
  await expect(run).rejects.toThrow(/tera on 127\.0\.0\.1:1 cannot be used.*DATABASE_URL/)
  await expect(run).rejects.not.toThrow(/secret/)
})
