import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../server/db.ts'
import { createTestDatabase } from '../database.ts'
import { codesOf, head, startTestServer, type TestServer } from './server.ts'

let server: TestServer
const afterwards: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of afterwards.splice(0)) await step()
})

async function start(options?: Parameters<typeof startTestServer>[0]): Promise<void> {
  server = await startTestServer(options)
  afterwards.push(server.stop)
}

/** A route whose answers wait until they are let go. */
function gate() {
  const entered: (() => void)[] = []
  const { promise: open, resolve: release } = Promise.withResolvers<void>()
  const waiting: Promise<void>[] = []
  for (let n = 0; n < 4; n += 1) {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.push(promise)
    entered.push(resolve)
  }
  let arrived = 0
  return {
    release,
    arrived: (count: number) => Promise.all(waiting.slice(0, count)),
    handler: async (_request: unknown, response: { end: (text: string) => void }) => {
      entered[arrived]?.()
      arrived += 1
      await open
      response.end('done')
    },
  }
}

test('more requests than can be worked on are turned away at once, and health stays 200', async () => {
  const { release, arrived, handler } = gate()
  await start({
    routes: { 'GET /slow': handler },
    limits: { pressure: { requests: 2, waiting: 100, loopDelayMs: 60_000 } },
  })
  const inside = [server.fetch('/slow'), server.fetch('/slow')]
  await arrived(2)
  const shed = await server.ask('{ viewer { id } }')
  expect([shed.status, codesOf(shed), shed.headers.get('retry-after')]).toEqual([503, ['UNAVAILABLE'], '1'])
  expect((await server.fetch('/health')).status).toBe(200)
  expect(server.stats().shed).toBe(1)
  release()
  expect((await Promise.all(inside)).map(({ text }) => text)).toEqual(['done', 'done'])
  expect((await server.ask('{ viewer { id } }')).status).toBe(200)
})

/** A line to the database that can be cut. */
async function cuttable(url: string) {
  const target = new URL(url)
  const { port, hostname } = target
  const sockets = new Set<Socket>()
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  target.hostname = '127.0.0.1'
  target.port = String((proxy.address() as AddressInfo).port)
  const cut = () => {
    proxy.close()
    for (const socket of sockets) socket.destroy()
  }
  return { url: target.href, cut }
}

test('with the database gone the answer is 503, health stays 200 and ready says so', async () => {
  const real = await createTestDatabase()
  const line = await cuttable(real.url)
  const database = await openDatabase(line.url, { onConnectionLost: () => undefined })
  await start({ database })
  afterwards.push(database.close, real.drop)
  expect((await server.fetch('/ready')).status).toBe(200)
  line.cut()
  const answer = await server.ask('{ viewer { id } }', {}, { cookie: `tera_session=${'a'.repeat(43)}` })
  expect([answer.status, codesOf(answer)]).toEqual([503, ['UNAVAILABLE']])
  expect([(await server.fetch('/health')).status, (await server.fetch('/ready')).status]).toEqual([200, 503])
  expect(server.stats().internalErrors).toBe(0)
})

test('closing lets running requests end, turns new connections away, and does not wait for idle ones', async () => {
  const { release, arrived, handler } = gate()
  await start({ routes: { 'GET /slow': handler } })
  const idle = connect(server.port, '127.0.0.1')
  await new Promise((resolve) => idle.once('connect', resolve))
  const running = server.fetch('/slow')
  await arrived(1)
  const closed = server.close()
  await expect(server.fetch('/health')).rejects.toThrow()
  release()
  expect((await running).text).toBe('done')
  await closed
  expect(idle.write(head('GET', '/health', {}))).toBeDefined()
  idle.destroy()
})
