import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { expectDone } from './accounts.ts'
import { administrator, Clerk } from './clerk.ts'

let db: TestDatabase
let dataDir: string
let child: ChildProcess
beforeAll(async () => {
  db = await createTestDatabase()
  dataDir = mkdtempSync(join(tmpdir(), 'tera-stop-'))
})
afterAll(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await db.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('at SIGTERM under load every request that came in is answered, nothing is done without an answer, and the process ends within ten seconds', async () => {
  child = spawn(process.execPath, [join(import.meta.dirname, 'serve-program.ts')], {
    env: { PATH: process.env.PATH, TERA_DATA_DIR: dataDir, DATABASE_URL: db.url, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const { promise: ready, resolve } = Promise.withResolvers<string>()
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const url = /^Tera is ready at (.+)$/.exec(line)?.[1]
    if (url) resolve(url)
  })
  const url = await ready
  const headers = await administrator(db.database)
  const clerks = Array.from({ length: 8 }, (_, number) => new Clerk({ url }, headers, `juru.${number}`))
  let isStopped = false
  const working = clerks.map(async (clerk) => {
    // Whoever was cut off comes back no more: the server is gone.
    while (!isStopped && (await clerk.send()).status !== 'cut');
  })
  const done = () => clerks.reduce((total, { acknowledged }) => total + acknowledged.length, 0)
  await vi.waitFor(() => expect(done()).toBeGreaterThan(40), { timeout: 30_000, interval: 20 })
  const signalledAt = performance.now()
  child.kill('SIGTERM')
  const [code] = await exit
  expect([code, performance.now() - signalledAt < 10_000]).toEqual([0, true])
  isStopped = true
  await Promise.all(working)
  const outcomes = clerks.flatMap((clerk) => clerk.outcomes)
  expect(outcomes.filter(({ isDone, status }) => !isDone && status !== 'cut')).toEqual([])
  // Those that came too late found the door shut, and left nothing behind.
  await expectDone(
    db.database,
    clerks.flatMap((clerk) => clerk.acknowledged),
  )
})
