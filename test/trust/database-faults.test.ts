import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../server/db.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { startTestServer, type TestServer } from '../http/server.ts'
import { expectExactlyOnce } from './accounts.ts'
import { administrator, Clerk } from './clerk.ts'
import { type Fault, openLine } from './line.ts'

const statementTimeoutMs = 500
/** A statement's time, the second in which its refusal arrives, and the wait for a connection before it. */
const longestMs = statementTimeoutMs + 1_000 + 3_000
/** For a machine that does other things at the same time. */
const slackMs = 1_000

let real: TestDatabase
let line: Awaited<ReturnType<typeof openLine>>
let database: Database
let server: TestServer
let headers: { authorization: string }
const clerks: Clerk[] = []

beforeAll(async () => {
  real = await createTestDatabase()
  line = await openLine(real.url)
  database = await openDatabase(line.url, { poolSize: 4, statementTimeoutMs, onConnectionLost: () => undefined })
  server = await startTestServer({ database })
  headers = await administrator(database)
})
afterAll(async () => {
  line.mend()
  await server.stop()
  await database.close()
  await line.close()
  await real.drop()
})

test.each<Fault>(['cut', 'silent', 'slow'])(
  'while the line to the database is %s, answers are 200 or 503 in time, and soon all are 200 again',
  async (fault) => {
    const at = Array.from({ length: 6 }, (_, number) => new Clerk(server, headers, `juru.${fault}.${number}`))
    clerks.push(...at)
    let isOver = false
    const working = at.map(async (clerk) => {
      while (!isOver) await clerk.send()
    })
    const enough = (count: number, isEnough: (done: boolean) => boolean) =>
      vi.waitFor(
        () =>
          expect(at.flatMap(({ outcomes }) => outcomes).filter(({ isDone }) => isEnough(isDone)).length).toBeGreaterThanOrEqual(
            count,
          ),
        { timeout: 60_000 },
      )
    try {
      await enough(12, (isDone) => isDone)
      line.fail(fault)
      await enough(4, (isDone) => !isDone)
      line.mend()
      const mendedAt = performance.now()
      await vi.waitFor(async () => expect((await at[0]?.send())?.isDone).toBe(true), { timeout: 5_000, interval: 50 })
      await vi.waitFor(() => expect(server.isListening()).toBe(true), { timeout: 5_000 })
      expect(performance.now() - mendedAt).toBeLessThan(5_000)
    } finally {
      line.mend()
      isOver = true
      await Promise.all(working)
    }
    const outcomes = at.flatMap((clerk) => clerk.outcomes)
    expect([...new Set(outcomes.map(({ status }) => status))].sort()).toEqual([200, 503])
    expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(longestMs + slackMs)
    expect((await server.fetch('/health')).status).toBe(200)
  },
)

test('what was acknowledged meanwhile is there, what was not can be sent again, and each command was done once', async () => {
  for (const clerk of clerks) await clerk.sendRest()
  await expectExactlyOnce(real.database, clerks)
  expect(server.logged.filter((line) => line.includes('unexpected fault'))).toEqual([])
})
