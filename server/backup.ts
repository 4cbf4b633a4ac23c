import type pg from 'pg'
import { verifyAuditChain } from './audit/queries/verify.ts'
import { Checksum, type End, type Head, readBackup, type Sum, writeBackup } from './backup/file.ts'
import {
  continueCounters,
  listForeignKeys,
  listMigrations,
  listTables,
  openOwner,
  readLines,
  type Table,
  writeLines,
} from './backup/tables.ts'
import { migrate } from './migrate.ts'
import { SetupError } from './setup-error.ts'

/** What a backup holds: rows and checksum of each table, and the state of the audit chain. */
export type Contents = { readonly head: Head; readonly tables: ReadonlyMap<string, Sum>; readonly end: End }

/**
 * Writes everything that the database of `url` holds into a file, as it was at one moment; others go on reading and writing. Memory does
 * not grow with the database. Throws {@link SetupError} when the file exists or nothing was ever migrated there.
 */
export async function backUp(url: string, file: string, now: Date): Promise<Contents> {
  const client = await openOwner(url)
  const tables = new Map<string, Sum>()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const migrations = await listMigrations(client).catch((cause: unknown) => {
      throw new SetupError('This database holds no Tera.', { cause })
    })
    const head: Head = { tera: 'backup', format: 1, at: now.toISOString(), migrations }
    const listed = await listTables(client)
    const end: End = { tables: listed.length, audit: await auditOf(client) }
    await writeBackup(file, async (write) => {
      await write(JSON.stringify(head))
      for (const table of listed) {
        await write(JSON.stringify(table))
        const sum = await readTable(client, table, (lines) => write(lines.join('\n')))
        await write(JSON.stringify(sum))
        tables.set(table.table, sum)
      }
      await write(JSON.stringify(end))
    })
    return { head, tables, end }
  } finally {
    await client.end()
  }
}

/**
 * Fills the database of `url` from a backup. The database must not exist, or hold nothing. The file is checked to its end first; the rows
 * come in one transaction, in which every foreign key is checked again, each table must give the checksum of the backup and the audit chain
 * must be what it was. Migrations that are newer than the backup follow. Throws {@link SetupError}, and nothing was restored then.
 */
export async function restore(url: string, file: string): Promise<Contents> {
  const contents = await readBackup(file)
  await migrate(url, { through: contents.head.migrations.at(-1) ?? '' })
  const client = await openOwner(url)
  try {
    await client.query('BEGIN')
    await requireFit(client, contents)
    const tables = new Map((await listTables(client)).map((table) => [table.table, table]))
    await withoutGuards(client, [...tables.keys()], () =>
      readBackup(file, { rows: (from, lines) => writeLines(client, from, lines) }),
    )
    await continueCounters(client)
    for (const table of tables.values()) {
      const { sha256 } = await readTable(client, table)
      if (sha256 !== contents.tables.get(table.table)?.sha256)
        throw new SetupError(`Table ${table.table} is not what the backup holds.`)
    }
    const audit = await auditOf(client)
    if (JSON.stringify(audit) !== JSON.stringify(contents.end.audit)) throw new SetupError('The audit chain is not what it was.')
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } finally {
    // What was not committed is rolled back with the connection.
    await client.end()
  }
  await migrate(url)
  return contents
}

async function readTable(
  client: pg.Client,
  table: Table,
  take: (lines: readonly string[]) => Promise<void> = async () => undefined,
): Promise<Sum> {
  const checksum = new Checksum()
  for await (const lines of readLines(client, table)) {
    checksum.add(lines)
    await take(lines)
  }
  return checksum.sum()
}

/** Same migrations, same tables with the same columns, and not one row. */
async function requireFit(client: pg.Client, { head, tables }: Contents): Promise<void> {
  const listed = await listTables(client)
  if (JSON.stringify(await listMigrations(client)) !== JSON.stringify(head.migrations)) {
    throw new SetupError('The database is of another version than the backup. Restore into a database that does not exist yet.')
  }
  const names = listed.map(({ table }) => table)
  if (JSON.stringify(names) !== JSON.stringify([...tables.keys()])) {
    throw new SetupError(
      'The tables of the database are not those of the backup. Restore into a database that does not exist yet.',
    )
  }
  for (const table of names) {
    const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(table)} LIMIT 1`)
    if (rowCount !== 0) {
      throw new SetupError(`The database is not empty: ${table} holds rows. Restore into a database that does not exist yet.`)
    }
  }
}

/**
 * Takes the triggers and foreign keys away while rows come in, in whatever order, and brings them back. The triggers would number the
 * audit trail anew and refuse final results; the foreign keys are checked as a whole when they return.
 */
async function withoutGuards(client: pg.Client, tables: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const quote = (name: string) => client.escapeIdentifier(name)
  const foreignKeys = await listForeignKeys(client)
  for (const { table, name } of foreignKeys) await client.query(`ALTER TABLE ${quote(table)} DROP CONSTRAINT ${quote(name)}`)
  for (const table of tables) await client.query(`ALTER TABLE ${quote(table)} DISABLE TRIGGER USER`)
  await work()
  for (const table of tables) await client.query(`ALTER TABLE ${quote(table)} ENABLE TRIGGER USER`)
  for (const { table, name, definition } of foreignKeys) {
    await client.query(`ALTER TABLE ${quote(table)} ADD CONSTRAINT ${quote(name)} ${definition}`).catch((cause: unknown) => {
      throw new SetupError(`Table ${table} points to rows that are missing in the backup (${name}).`, { cause })
    })
  }
}

/** A chain that was broken already is carried as it is: a restore neither mends nor refuses it. */
async function auditOf(client: pg.Client): Promise<End['audit']> {
  const { events, isIntact, head } = await verifyAuditChain({
    async $queryRaw<T>(texts: TemplateStringsArray, ...values: readonly unknown[]): Promise<T> {
      const text = texts.reduce((before, part, index) => `${before}$${index}${part}`)
      const { rows } = await client.query(text, [...values])
      return rows as T
    },
  })
  return { events: String(events), head: head.hash, isIntact }
}
