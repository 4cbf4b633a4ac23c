import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded, stopEmbedded } from '../server/embedded.ts'
import { ensureGenerated } from '../server/generated.ts'
import { migrate } from '../server/migrate.ts'
import { isAlive } from '../server/processes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the owner, with the migrated template as its database. */
    templateUrl: string
    /** How the names of databases begin that this run fills and its files copy. */
    demoPrefix: string
  }
}

const migrations = join(import.meta.dirname, '../prisma/migrations')

/**
 * One PostgreSQL for the run, with a template that holds all migrations; each test file copies it (see `database.ts`). The server lives
 * in a temporary folder and forgets a power cut; `TERA_TEST_DATABASE_URL` names another one to use instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureGenerated()
  const template = `tera_template_${fingerprint()}`
  const demoPrefix = `tera_demo_${randomBytes(4).toString('hex')}_`
  project.provide('demoPrefix', demoPrefix)
  const given = process.env.TERA_TEST_DATABASE_URL
  if (given) {
    const url = new URL(given)
    url.pathname = `/${template}`
    await migrate(url.href)
    project.provide('templateUrl', url.href)
    return () => dropAll(given, demoPrefix)
  }
  await removeAbandoned()
  const folder = join(tmpdir(), `tera-test-${process.pid}`)
  const server = await startEmbedded(folder, { settings: { fsync: 'off', full_page_writes: 'off', shared_buffers: '128MB' } })
  await migrate(server.url(template))
  project.provide('templateUrl', server.url(template))
  return async () => {
    await server.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a run filled goes with it. */
async function dropAll(server: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of rows) await client.query(`DROP DATABASE ${client.escapeIdentifier(name)}`)
  await client.end()
}

/** A template on a lasting server is good for as long as the migrations stay the same. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(migrations, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Ends the servers of killed runs and removes their folders. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^tera-test-(\d+)$/.exec(name)?.[1]
    const folder = join(tmpdir(), name)
    if (!pid || isAlive(Number(pid)) || statSync(folder).uid !== process.getuid?.()) continue
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
