import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQuery } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { type Prisma, PrismaClient } from './generated/prisma/client.ts'
import { readsOf } from './reads.ts'
import { endWhenSilent } from './silence.ts'

export type Database = {
  readonly prisma: PrismaClient
  /** For the reads of the API: the same client, whose `findMany`, `findFirst` and `count` take a shorter way. */
  readonly reads: PrismaClient
  /** The connections that Prisma uses, for the rare statement that Prisma cannot say, such as COPY. */
  readonly pool: pg.Pool
  /** The role whose rights bind every statement: `tera_app`, or undefined where the owner could not create it. */
  readonly role: string | undefined
  /** The login of the connection string is a superuser, whom no right binds who breaks out of the role. */
  readonly isSuperuser: boolean
  /** Waits for running statements and closes all connections. */
  close(): Promise<void>
}

export type Transaction = Prisma.TransactionClient

export type DatabaseOptions = {
  /** Most connections at once. */
  poolSize?: number
  /** Longest time of one statement in milliseconds; a transaction may ask for more with {@link allowTime}. */
  statementTimeoutMs?: number
  /** Called with each statement before it is sent, transaction control included: lets tests count them. */
  onStatement?: (sql: string) => void
  /** An idle connection broke: the database restarted or the line was cut. The pool replaces it by itself. */
  onConnectionLost?: (error: Error) => void
}

const APPLICATION_ROLE = 'tera_app'

/**
 * Opens the application's connections. They work as the role `tera_app`, whose rights let it neither change tables nor alter or remove
 * audit rows, and in UTC. Throws the driver's error when the database cannot be reached.
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const { poolSize = 10, statementTimeoutMs = 3_000, onStatement, onConnectionLost = warn } = options
  const { role, isSuperuser } = await readLogin(url)
  const target = new URL(url)
  const startup = [target.searchParams.get('options'), '-c TimeZone=UTC', role && `-c role=${role}`]
  target.searchParams.delete('options')
  target.searchParams.delete('schema')
  const pool = new pg.Pool({
    connectionString: target.href,
    options: startup.filter(Boolean).join(' '),
    application_name: 'tera',
    max: poolSize,
    connectionTimeoutMillis: 3_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 10_000,
    ...lineChecks,
  })
  pool.on('error', onConnectionLost)
  pool.on('connect', (client) => {
    endWhenSilent(client, statementTimeoutMs)
    if (onStatement) report(client, onStatement)
  })
  const nameOf = statementNamer()
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf })
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' })
  return {
    prisma,
    reads: readsOf(prisma, pool, nameOf),
    pool,
    role,
    isSuperuser,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/**
 * Lets each statement of this transaction, and what is worked out between two of them, take up to `milliseconds`; the transaction's own limit is set
 * where it is opened.
 */
export async function allowTime(tx: Transaction, milliseconds: number): Promise<void> {
  const limit = String(milliseconds)
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${limit}, true)`
  await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${limit}, true)`
}

/**
 * Names the statements that repeat, so that a connection plans each of them once (speeds up nested reads by half). Not named are
 * patterns, whose best plan depends on the value, and long lists of parameters, of which there is no end; `limit` bounds the rest,
 * because each connection keeps every named statement.
 */
export function statementNamer(limit = 500): (query: Pick<SqlQuery, 'sql' | 'args'>) => string {
  const names = new Map<string, string>()
  const seenOnce = new Set<string>()
  return ({ sql, args }) => {
    const known = names.get(sql)
    if (known) return known
    if (args.length > 32 || /\b(?:i?like|similar to)\b|~/i.test(sql) || names.size >= limit) return UNNAMED
    if (!seenOnce.has(sql)) {
      if (seenOnce.size >= limit) seenOnce.clear()
      seenOnce.add(sql)
      return UNNAMED
    }
    const name = `tera_${names.size}`
    names.set(sql, name)
    seenOnce.delete(sql)
    return name
  }
}

const UNNAMED = ''

/** A line that was cut without a word is noticed also while nobody asks for anything. */
const lineChecks = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

async function readLogin(url: string): Promise<Pick<Database, 'role' | 'isSuperuser'>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 4_000, ...lineChecks })
  try {
    await client.connect()
    const { rows } = await client.query<{ isMember: boolean | null; isSuperuser: boolean }>(
      `select (select pg_has_role(current_user, oid, 'MEMBER') from pg_roles where rolname = $1) as "isMember",
              (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser"`,
      [APPLICATION_ROLE],
    )
    return { role: rows[0]?.isMember ? APPLICATION_ROLE : undefined, isSuperuser: rows[0]?.isSuperuser === true }
  } finally {
    await client.end()
  }
}

function report(client: pg.PoolClient, onStatement: (sql: string) => void): void {
  const query = client.query.bind(client) as (...args: readonly unknown[]) => unknown
  const reporting = (...args: readonly [string | { text: string }, ...unknown[]]) => {
    onStatement(typeof args[0] === 'string' ? args[0] : args[0].text)
    return query(...args)
  }
  client.query = reporting as typeof client.query
}

function warn(error: Error): void {
  process.emitWarning(`A database connection was lost: ${error.message}`)
}
