import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { SetupError } from './setup-error.ts'

type Options = {
  /** Folder of migrations, each a folder with `migration.sql`. */
  directory?: string
  /** Name of the last migration to apply: a backup is restored into the tables of its time. */
  through?: string
  /** Called before each migration that is applied. */
  report?: (name: string) => void
}

/** The lock that `prisma migrate` takes too. */
const PRISMA_LOCK = 72707369

/** The same table as that of `prisma migrate`, so that its `status` and `deploy` agree with what was done here. */
const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Brings the database of `url` up to date, creating it if it is missing, and returns the names of the migrations applied now. Each
 * migration and its row in Prisma's table are one transaction: a kill leaves either both or nothing, and the next run goes on. Several
 * processes take turns. Throws {@link SetupError} when the server is out of reach or older than PostgreSQL 15, and when the history does
 * not fit: an applied migration that was edited, one that failed in `prisma migrate`, or one that this version does not know.
 */
export async function migrate(url: string, { directory = defaultDirectory, through, report }: Options = {}): Promise<string[]> {
  const client = await connect(url)
  try {
    await requireVersion(client)
    await client.query("SET lock_timeout = '120s'")
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(PRISMA_TABLE)
    const pending = pendingOf(readMigrations(directory), await readHistory(client)).filter(
      ({ name }) => through === undefined || name <= through,
    )
    for (const migration of pending) {
      report?.(migration.name)
      await apply(client, migration)
    }
    return pending.map(({ name }) => name)
  } finally {
    // Closing the connection gives the lock back.
    await client.end()
  }
}

const defaultDirectory = join(import.meta.dirname, '../prisma/migrations')

type Migration = { readonly name: string; readonly sql: string }

type Applied = {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'migration.sql')))
  return names.sort().map((name) => ({ name, sql: readFileSync(join(directory, name, 'migration.sql'), 'utf8') }))
}

async function readHistory(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  return rows
}

/** Compares the folder with the history; returns what is still to be applied. */
function pendingOf(migrations: readonly Migration[], history: readonly Applied[]): Migration[] {
  const sqlByName = new Map(migrations.map(({ name, sql }) => [name, sql]))
  for (const { migration_name: name, checksum, finished_at } of history) {
    const sql = sqlByName.get(name)
    if (!finished_at) {
      throw new SetupError(`Migration ${name} failed earlier. Mend the database, then run "prisma migrate resolve".`)
    }
    if (sql === undefined) {
      throw new SetupError(`The database is newer than this version of Tera: it holds migration ${name}. Start a newer version.`)
    }
    // A checkout on Windows may have changed the line ends.
    if (![sql, sql.replaceAll('\r\n', '\n'), sql.replaceAll(/\r?\n/g, '\r\n')].some((text) => sha256(text) === checksum)) {
      throw new SetupError(
        `Migration ${name} was edited after it was applied. Restore its text, and put the change into a new migration.`,
      )
    }
  }
  const applied = new Set(history.map(({ migration_name }) => migration_name))
  return migrations.filter(({ name }) => !applied.has(name))
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Applies one migration. It waits at most a second for a lock, because whoever comes behind it waits as well, and then lets the others
 * pass and tries again.
 */
async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('BEGIN')
      await client.query("SET LOCAL lock_timeout = '1s'")
      await client.query(sql)
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
        [randomUUID(), sha256(sql), name],
      )
      await client.query('COMMIT')
      return
    } catch (error) {
      const { code, message } = error as pg.DatabaseError
      // Without a code the connection itself broke, and the server has rolled back.
      if (code) await client.query('ROLLBACK')
      if (code !== LOCK_NOT_AVAILABLE || attempt >= 60) {
        throw new SetupError(`Migration ${name} failed and was rolled back: ${message}`, { cause: error })
      }
      await sleep(500)
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03'
const NO_SUCH_DATABASE = '3D000'
const EXISTS_ALREADY = ['42P04', '23505']

/** Connects, creating the database first if it is missing. */
async function connect(url: string): Promise<pg.Client> {
  try {
    return await open(url)
  } catch (error) {
    if ((error as pg.DatabaseError).code !== NO_SUCH_DATABASE) throw unreachable(url, error)
  }
  try {
    await createDatabase(url)
    return await open(url)
  } catch (error) {
    throw unreachable(url, error)
  }
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tera migrate',
    connectionTimeoutMillis: 10_000,
    // A migration may take its time: only the system can tell that nobody is at the other end any more.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // A broken connection fails the running query as well, and that is where it is handled.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  const name = decodeURIComponent(maintenance.pathname.slice(1))
  maintenance.pathname = '/postgres'
  const client = await open(maintenance.href)
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } catch (error) {
    if (!EXISTS_ALREADY.includes((error as pg.DatabaseError).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

/** The password never shows in the message. */
function unreachable(url: string, cause: unknown): SetupError {
  const { host, pathname } = new URL(url)
  const reason = cause instanceof AggregateError ? cause.errors.map(String).join('; ') : (cause as Error).message
  return new SetupError(`The database ${pathname.slice(1)} on ${host} cannot be used: ${reason}. Check DATABASE_URL.`, { cause })
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  const version = rows[0]?.server_version ?? ''
  if (Number.parseInt(version, 10) < 15)
    throw new SetupError(`PostgreSQL ${version} is too old; Tera needs 15 or newer. Check DATABASE_URL.`)
}
