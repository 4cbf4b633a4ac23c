import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../server/db.ts'
import { readPidFile } from '../../server/embedded/cluster.ts'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from '../../server/embedded.ts'
import { migrate } from '../../server/migrate.ts'
import { startTestServer, type TestServer } from '../http/server.ts'
import { expectExactlyOnce } from './accounts.ts'
import { administrator, Clerk } from './clerk.ts'

let dataDir: string
let embedded: EmbeddedServer
let database: Database
let server: TestServer
let headers: { authorization: string }

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tera-kills-'))
  embedded = await startEmbedded(dataDir, { settings: { shared_buffers: '32MB' } })
  await migrate(embedded.url('tera'))
  database = await openDatabase(embedded.url('tera'), { poolSize: 4, onConnectionLost: () => undefined })
  server = await startTestServer({ database })
  headers = await administrator(database)
})
afterAll(async () => {
  await server.stop()
  await database.close()
  await embedded.release()
  await stopEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
})

test('the database is killed three times under load, once while it recovers: no acknowledged command is lost, none is done twice', async () => {
  const clerks = Array.from({ length: 4 }, (_, number) => new Clerk(server, headers, `juru.${number}`))
  let isOver = false
  const working = clerks.map(async (clerk) => {
    while (!isOver) await clerk.send()
  })
  const done = () => clerks.reduce((total, { acknowledged }) => total + acknowledged.length, 0)
  const moreDone = (count: number) => {
    const from = done()
    return vi.waitFor(() => expect(done()).toBeGreaterThan(from + count), { timeout: 30_000, interval: 20 })
  }
  const kill = () => {
    const noted = readPidFile(dataDir)
    if (noted) process.kill(noted.pid, 'SIGKILL')
    return noted?.pid
  }
  try {
    await moreDone(8)
    kill()
    await moreDone(8)
    const killed = kill()
    // The next one is killed as soon as it is there: it has not recovered yet.
    await vi.waitFor(() => expect([undefined, killed]).not.toContain(readPidFile(dataDir)?.pid), { timeout: 30_000, interval: 5 })
    kill()
    await moreDone(8)
  } finally {
    isOver = true
    await Promise.all(working)
  }
  for (const clerk of clerks) await clerk.sendRest()
  await expectExactlyOnce(database, clerks)
  const statuses = new Set(clerks.flatMap(({ outcomes }) => outcomes).map(({ status }) => status))
  expect([...statuses].sort()).toEqual([200, 503])
  expect(server.logged.filter((line) => line.includes('unexpected fault'))).toEqual([])
})
