import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { clusterPaths, readPidFile } from '../../server/embedded/cluster.ts'
import { locateEngine } from '../../server/embedded/engine.ts'
import { explainFault } from '../../server/embedded/faults.ts'
import { orderStop } from '../../server/embedded/stop.ts'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from '../../server/embedded.ts'
import { SetupError } from '../../server/setup-error.ts'

// Whole processes start and stop here, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const isRoot = process.getuid?.() === 0
const temporary: string[] = []
const children: ChildProcess[] = []

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tera-embedded-'))
  temporary.push(made)
  return made
}

type User = {
  child: ChildProcess
  port: number
  adopted: boolean
  /** Why the server was lost for good, as soon as it is. */
  lost: Promise<string>
}

function run(program: 'embedded-user.ts' | 'embedded-half.ts', dataDir: string): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function startUser(dataDir: string): Promise<User> {
  const child = run('embedded-user.ts', dataDir)
  const lines = createInterface(child.stdout!)
  const [line] = await once(lines, 'line')
  return { child, ...JSON.parse(line), lost: once(lines, 'line').then(([next]) => JSON.parse(next).lost) }
}

async function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit')
  if (signal) child.kill(signal)
  else child.stdin?.end()
  await exited
}

async function ask<T extends pg.QueryResultRow>(server: EmbeddedServer, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

let shared: string
beforeAll(async () => {
  shared = folder()
  const server = await startEmbedded(shared)
  await ask(server, 'CREATE TABLE kept (id serial)')
  await server.release()
})
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGKILL')
  await stopEmbedded(shared)
})
afterAll(async () => {
  for (const made of temporary) {
    await stopEmbedded(made)
    rmSync(made, { recursive: true, force: true })
  }
})

describe('sharing', () => {
  test('a second start adopts the running server, and the last to leave stops it', async () => {
    const first = await startEmbedded(shared)
    const second = await startEmbedded(shared)
    expect([first.adopted, second.adopted, second.port]).toEqual([false, true, first.port])
    expect(await first.release()).toBe('shared')
    expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(await second.release()).toBe('stopped')
    expect(readPidFile(shared)).toBeUndefined()
  })

  test('of two starters at once on a new folder one makes the database and the other adopts it', async () => {
    const fresh = folder()
    const [one, two] = await Promise.all([startUser(fresh), startUser(fresh)])
    expect([one.adopted, two.adopted].sort()).toEqual([false, true])
    expect(one.port).toBe(two.port)
    await Promise.all([end(one.child), end(two.child)])
    expect(readPidFile(fresh)).toBeUndefined()
    expect(readdirSync(fresh).filter((name) => name.startsWith('new-'))).toEqual([])
  })

  test('it can be stopped whoever uses it, and stopping nothing is no error', async () => {
    const users = await Promise.all([startUser(shared), startUser(shared)])
    expect(await stopEmbedded(shared)).toBe(true)
    for (const { lost } of users) expect(await lost).toBe('The embedded PostgreSQL was stopped on request.')
    expect(readPidFile(shared)).toBeUndefined()
    expect(await stopEmbedded(shared)).toBe(false)
    expect(await stopEmbedded(join(shared, 'never-made'))).toBe(false)
  })
})

/** The same server comes back when its process is killed. */
async function expectRevival(server: EmbeddedServer): Promise<void> {
  const killed = readPidFile(shared)!.pid
  process.kill(killed, 'SIGKILL')
  await vi.waitFor(async () => expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]), {
    timeout: 60_000,
    interval: 50,
  })
  expect(readPidFile(shared)!.pid).not.toBe(killed)
}

describe('an order to stop', () => {
  test('also counts when the server has just died and is about to be brought back', async () => {
    const { lost } = await startUser(shared)
    process.kill(readPidFile(shared)!.pid, 'SIGKILL')
    await stopEmbedded(shared)
    expect(await lost).toBe('The embedded PostgreSQL was stopped on request.')
    expect(readPidFile(shared)).toBeUndefined()
  })

  test('of a process that was killed before it carried it out blocks no later start and no later revival', async () => {
    await startUser(shared)
    orderStop(shared)
    const next = await startEmbedded(shared)
    expect(next.adopted).toBe(true)
    await expectRevival(next)
    await next.release()
  })
})

describe('kill -9', () => {
  const write = async (server: EmbeddedServer) =>
    (await ask<{ id: number }>(server, 'INSERT INTO kept DEFAULT VALUES RETURNING id'))[0]?.id
  const kept = async (server: EmbeddedServer, id: number | undefined) => ask(server, `SELECT id FROM kept WHERE id = ${id}`)

  test('of the process that started it: the next one adopts the server', async () => {
    const { child, port } = await startUser(shared)
    await end(child, 'SIGKILL')
    const next = await startEmbedded(shared)
    expect([next.adopted, next.port]).toEqual([true, port])
    expect(await next.release()).toBe('stopped')
  })

  test('of PostgreSQL while in use: it comes back on the same port with all committed rows', async () => {
    const server = await startEmbedded(shared)
    const id = await write(server)
    await expectRevival(server)
    expect(await kept(server, id)).toEqual([{ id }])
    await server.release()
  })

  test('of PostgreSQL and of its user: the next start recovers all committed rows', async () => {
    const { child } = await startUser(shared)
    const server = await startEmbedded(shared)
    const id = await write(server)
    await end(child, 'SIGKILL')
    await server.release()
    const alone = await startUser(shared)
    await end(alone.child, 'SIGKILL')
    process.kill(readPidFile(shared)!.pid, 'SIGKILL')
    const next = await startEmbedded(shared)
    expect(await kept(next, id)).toEqual([{ id }])
    await next.release()
  })

  test('in the middle of making the database: the next start makes it anew and tidies up', async () => {
    const fresh = folder()
    const [, signal] = await once(run('embedded-half.ts', fresh), 'exit')
    expect(signal).toBe('SIGKILL')
    expect(existsSync(clusterPaths(fresh).home)).toBe(false)
    const next = await startEmbedded(fresh)
    expect(await ask(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(readdirSync(fresh).filter((name) => name.startsWith('new-'))).toEqual([])
    await next.release()
  })

  test('its pid file does not stop the next start, even when the number now belongs to another program', async () => {
    const { data } = clusterPaths(shared)
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n1\n\n127.0.0.1\n  1 1\nready\n`)
    const server = await startEmbedded(shared)
    expect(server.adopted).toBe(false)
    await server.release()
  })
})

describe('this machine', () => {
  test('root runs a copy of the programs in the data folder, anyone else the installed ones', () => {
    expect(readdirSync(shared).some((name) => name.startsWith('engine-'))).toBe(isRoot)
  })

  test('the server listens on this machine only and asks for a password', async () => {
    const server = await startEmbedded(shared)
    expect(await ask(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    const stranger = new pg.Client({
      host: '127.0.0.1',
      port: server.port,
      user: 'postgres',
      password: 'guess',
      database: 'postgres',
    })
    await expect(stranger.connect()).rejects.toThrow(/password authentication failed/)
    await stranger.end()
    await server.release()
  })

  test('a folder that may not be entered is named, with the way out', async () => {
    const closed = folder()
    // The system user that PostgreSQL runs as under root may not pass; an ordinary user may not write.
    writeFileSync(join(closed, 'somebody-elses'), '')
    chmodSync(closed, isRoot ? 0o700 : 0o500)
    const start = startEmbedded(join(closed, 'tera'))
    await expect(start).rejects.toThrow(SetupError)
    await expect(start).rejects.toThrow(new RegExp(`${closed}.*may not be used[\\s\\S]*DATABASE_URL`))
    chmodSync(closed, 0o700)
  })

  test('an unknown platform is named, with the way out', () => {
    expect(() => locateEngine('sunos', 'x64')).toThrow(/sunos on x64[\s\S]*DATABASE_URL/)
  })

  test('a full disk is named, with the way out', () => {
    const fault = explainFault(
      Object.assign(new Error('Command failed'), { stderr: 'could not write: No space left on device' }),
      '/data',
      undefined,
    )
    expect(fault.message).toMatch(/disk that holds \/data is full[\s\S]*DATABASE_URL/)
  })

  test('a database of another PostgreSQL is refused, with the way out', async () => {
    const old = folder()
    const { data } = clusterPaths(old)
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'PG_VERSION'), '14\n')
    await expect(startEmbedded(old)).rejects.toThrow(/PostgreSQL 14; this Tera brings \d+[\s\S]*DATABASE_URL/)
  })
})
