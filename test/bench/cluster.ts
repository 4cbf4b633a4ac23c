import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { computeAppraisals } from '../../server/appraisals/commands/compute-appraisals.ts'
import { openDatabase } from '../../server/db.ts'
import { clusterPaths } from '../../server/embedded/cluster.ts'
import { startEmbedded } from '../../server/embedded.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { migrate } from '../../server/migrate.ts'
import { execute } from '../../server/transact.ts'
import { comparisonPreparation } from './documents.ts'
import { seedLarge } from './seed-large.ts'

export type Cluster = {
  /** Process id of PostgreSQL's first process; the others are its children. */
  readonly pid: number
  /** Connection string of the owner for a filled city of this many people; filled at the first call and kept for the next run. */
  city(employees: number, report: (line: string) => void): Promise<string>
  /** Works on a copy of a filled city, which is dropped afterwards. */
  onCopy<Answer>(employees: number, work: (url: string) => Promise<Answer>): Promise<Answer>
  release(): Promise<void>
}

const settings = { shared_buffers: '1GB', effective_cache_size: '4GB', max_wal_size: '8GB' }

/** A PostgreSQL of its own for the measurements, in a folder that outlives the run: filling the large city takes minutes. */
export async function openCluster(): Promise<Cluster> {
  const folder = process.env.TERA_BENCH_DIR ?? join(tmpdir(), 'tera-bench')
  const server = await startEmbedded(folder, { settings })
  const pid = Number(readFileSync(join(clusterPaths(folder).data, 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    pid,
    async city(employees, report) {
      const name = nameOf(employees)
      const [url, unfinished] = [server.url(name), server.url(`${name}_new`)]
      if (await exists(server.url('postgres'), name)) return url
      const startedAt = performance.now()
      await administrate(server.url('postgres'), `DROP DATABASE IF EXISTS ${name}_new WITH (FORCE)`)
      await migrate(unfinished)
      const { fullEvery } = await seedLarge(unfinished, { employees })
      await administrate(unfinished, comparisonPreparation)
      if (employees <= mostComputed) await compute(unfinished)
      await administrate(server.url('postgres'), `ALTER DATABASE ${name}_new RENAME TO ${name}`)
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
      const histories = fullEvery === 1 ? 'all with the full history' : `1 of ${fullEvery} with the full history`
      report(`Filled a city of ${employees} people in ${seconds} s, ${histories}.`)
      return url
    },
    async onCopy(employees, work) {
      const name = nameOf(employees)
      const drop = `DROP DATABASE IF EXISTS ${name}_copy WITH (FORCE)`
      await administrate(server.url('postgres'), drop)
      await administrate(server.url('postgres'), `CREATE DATABASE ${name}_copy TEMPLATE ${name} STRATEGY FILE_COPY`)
      try {
        return await work(server.url(`${name}_copy`))
      } finally {
        await administrate(server.url('postgres'), drop)
      }
    },
    release: async () => void (await server.release()),
  }
}

/** Up to this size the appraisals of the year are computed by Tera itself, so that a new measurement can rescore them. */
const mostComputed = 20_000

async function compute(url: string): Promise<void> {
  const database = await openDatabase(url, { statementTimeoutMs: 10 * 60_000 })
  try {
    await execute(database, computeAppraisals, { periodKey: '2025' }, { actor: systemActor('bench'), now: new Date() })
  } finally {
    await database.close()
  }
  await administrate(url, 'VACUUM (ANALYZE)')
}

async function exists(maintenance: string, name: string): Promise<boolean> {
  const rows = await administrate(maintenance, `SELECT FROM pg_database WHERE datname = '${name}'`)
  return rows > 0
}

async function administrate(url: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

function nameOf(employees: number): string {
  return `city_${employees}_${fingerprint()}`
}

/** Another schema or another way of filling makes another city. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const migrations = join(import.meta.dirname, '../../prisma/migrations')
  const files = readdirSync(migrations, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sql'))
  for (const name of files.sort()) hash.update(readFileSync(join(migrations, name)))
  for (const name of ['seed-people.ts', 'seed-appraisals.ts', 'seed-large.ts'])
    hash.update(readFileSync(join(import.meta.dirname, name)))
  return hash.digest('hex').slice(0, 8)
}
