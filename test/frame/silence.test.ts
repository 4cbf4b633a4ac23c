import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowTime, openDatabase } from '../../server/db.ts'
import { faultCode } from '../../server/faults.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

/** A line to PostgreSQL that can be cut without a word to either end: what is sent disappears. */
async function openLine(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isDead = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => isDead || to.write(bytes))
      from.on('close', () => isDead || to.destroy()).on('error', () => to.destroy())
    }
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const through = new URL(url)
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    set isDead(value: boolean) {
      isDead = value
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => faultCode(error),
  )

test('when the line goes dead, what waits for an answer fails as unavailable, and a new connection serves the next', async () => {
  await using line = await openLine(db.url)
  const database = await openDatabase(line.url, { poolSize: 1, statementTimeoutMs: 200 })
  await database.pool.query('SELECT 1')
  line.isDead = true
  expect(await failure(database.pool.query('SELECT 2'))).toBe('UNAVAILABLE')
  line.isDead = false
  expect(await failure(database.pool.query('SELECT 3'))).toBe('answered')
  await database.prisma.setting.count()
  line.isDead = true
  expect(await failure(database.prisma.setting.count())).toBe('UNAVAILABLE')
  line.isDead = false
  expect(await database.prisma.setting.count()).toBe(0)
  await database.close()
})

test('when the line goes dead in a transaction, the transaction fails and its connection is given up', async () => {
  await using line = await openLine(db.url)
  const database = await openDatabase(line.url, { poolSize: 1, statementTimeoutMs: 200 })
  const work = database.prisma.$transaction(async (tx) => {
    await tx.setting.count()
    line.isDead = true
    await tx.setting.count()
  })
  expect(await failure(work)).toBe('UNAVAILABLE')
  line.isDead = false
  expect(await database.prisma.setting.count()).toBe(0)
  await database.close()
})

test('a server that never answers does not hold up the opening', async () => {
  await using line = await openLine(db.url)
  line.isDead = true
  expect(await failure(openDatabase(line.url))).toBe('UNAVAILABLE')
})

test('a statement that may take longer is waited for, and the next transaction has the usual time again', async () => {
  const database = await openDatabase(db.url, { poolSize: 1, statementTimeoutMs: 200 })
  const slow = database.prisma.$transaction(async (tx) => {
    await allowTime(tx, 10_000)
    return tx.$queryRaw`SELECT 'done' AS answer FROM (SELECT pg_sleep(1.5)) AS slept`
  })
  expect(await slow).toEqual([{ answer: 'done' }])
  await expect(database.prisma.$queryRaw`SELECT pg_sleep(5)::text`).rejects.toThrow(/statement timeout/)
  await database.close()
})
