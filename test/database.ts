import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '../server/db.ts'

export type TestDatabase = {
  /** Opened as the application opens it, with the rights of its role. */
  readonly database: Database
  /** Connection string of the owner, for what the application may not do. */
  readonly url: string
  /** Closes the connections and drops the database; also called by `await using`. */
  drop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * A migrated, empty database of its own, copied from the template in some 90 ms. Make one for a file in `beforeAll` and `drop()` it in
 * `afterAll`, or one for a test with `await using`.
 */
export async function createTestDatabase(options?: DatabaseOptions): Promise<TestDatabase> {
  return copyDatabase(nameOf(inject('templateUrl')), options)
}

/** A database of its own with what another one of the run holds, to which nobody may be connected. */
export async function copyDatabase(from: string, options?: DatabaseOptions): Promise<TestDatabase> {
  const url = freshDatabaseUrl()
  await administrate((client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(nameOf(url))} TEMPLATE ${client.escapeIdentifier(from)}`),
  )
  const database = await openDatabase(url, { poolSize: 5, ...options })
  const drop = async () => {
    await database.close()
    await dropDatabase(url)
  }
  return { database, url, drop, [Symbol.asyncDispose]: drop }
}

/** The name of a database that does not exist yet, on the server of the test run; drop it with {@link dropDatabase}. */
export function freshDatabaseUrl(): string {
  return urlOf(`tera_test_${randomBytes(6).toString('hex')}`)
}

/** Connection string of the owner for a database on the server of the test run. */
export function urlOf(name: string): string {
  const url = new URL(inject('templateUrl'))
  url.pathname = `/${name}`
  return url.href
}

export async function dropDatabase(url: string): Promise<void> {
  await administrate((client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(nameOf(url))} WITH (FORCE)`))
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** Works on the server of the test run itself, such as making databases. */
export async function administrate(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
