import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { Database } from '../../db.ts'
import type { Transaction } from '../../transact.ts'

/** Names the lock of a kind of file for the whole database, as two numbers: one of Tera's imports, one of the kind. */
const lockFamily = 726_354

/** The database ends the statement of a killed process before it lets go of its lock: a new one waits for that. */
const patience = { attempts: 40, pauseMs: 100 }

/**
 * Holds the lock of a kind of file while `work` runs, on a connection of its own: it ends with the process, whatever ends that.
 * @returns undefined when another process holds it, and still does after four seconds
 */
export async function whileAlone<T>(
  { pool }: Database,
  kind: string,
  work: () => Promise<T>,
): Promise<{ readonly result: T } | undefined> {
  const client = await pool.connect()
  try {
    if (!(await tryLock(client, kind))) return undefined
    try {
      return { result: await work() }
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [lockFamily, kind])
    }
  } finally {
    client.release()
  }
}

async function tryLock(client: PoolClient, kind: string): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await client.query<{ isHeld: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS "isHeld"', [
      lockFamily,
      kind,
    ])
    if (rows[0]?.isHeld) return true
    if (attempt >= patience.attempts) return false
    await sleep(patience.pauseMs)
  }
}

/** Is a file of this kind being read in right now? */
export async function isAtWork(tx: Pick<Transaction, '$queryRaw'>, kind: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid = ${lockFamily}::int::oid AND objid = (hashtext(${kind})::bigint & 4294967295)::oid AND objsubid = 2 AND granted`
  return rows.length > 0
}
