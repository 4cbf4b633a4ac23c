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
  const url = await copyTemplate()
  const database = await openDatabase(url, { poolSize: 5, ...options })
  const drop = async () => {
    await database.close()
    await dropDatabase(url)
  }
  return { database, url, drop, [Symbol.asyncDispose]: drop }
}

/** The name of a database that does not exist yet, on the server of the test run; drop it with {@link dropDatabase}. */
export function freshDatabaseUrl(): string {
  const url = new URL(inject('templateUrl'))
  url.pathname = `/tera_test_${randomBytes(6).toString('hex')}`
  return url.href
}

export async function dropDatabase(url: string): Promise<void> {
  await administrate((client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(nameOf(url))} WITH (FORCE)`))
}

async function copyTemplate(): Promise<string> {
  const url = freshDatabaseUrl()
  const [name, template] = [nameOf(url), nameOf(inject('templateUrl'))]
  await administrate((client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}`),
  )
  return url
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

async function administrate(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const maintenance = new URL(inject('templateUrl'))
  maintenance.pathname = '/postgres'
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
