import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readPidFile } from '../../server/embedded/cluster.ts'
import { stopEmbedded } from '../../server/embedded.ts'
import { stopServers } from '../../server/pid-files.ts'

// Whole processes start and stop here, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let dataDir: string
const children: ChildProcess[] = []
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tera-start-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await stopEmbedded(dataDir)
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

type Started = { child: ChildProcess; lines: string[]; exit: Promise<number | null>; until: (pattern: RegExp) => Promise<string> }

function startTera(env: NodeJS.ProcessEnv = {}): Started {
  const program = join(import.meta.dirname, 'start-program.ts')
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, TERA_DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines: string[] = []
  const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const until = (pattern: RegExp) =>
    new Promise<string>((seen, gone) => {
      const look = () => {
        const line = lines.find((text) => pattern.test(text))
        if (line) seen(line)
      }
      look()
      output.on('line', look).once('close', () => gone(new Error(`ended without ${pattern}:\n${lines.join('\n')}`)))
    })
  return { child, lines, exit: once(child, 'exit').then(([code]) => code), until }
}

async function urlOf({ until }: Started): Promise<string> {
  return (await until(/^Tera is ready at /)).slice('Tera is ready at '.length)
}

test.each(['SIGTERM', 'SIGINT'] as const)('at %s a running request is answered, then everything stops', async (signal) => {
  const tera = startTera()
  const answer = fetch(await urlOf(tera), { headers: { connection: 'close' } })
  await tera.until(/^asked$/)
  tera.child.kill(signal)
  tera.child.kill(signal)
  expect(await (await answer).text()).toBe('answered')
  expect(await tera.exit).toBe(0)
  expect(readPidFile(dataDir)).toBeUndefined()
})

test('an empty database is filled in demo mode only', async () => {
  const demo = startTera()
  await urlOf(demo)
  const plain = startTera({ TERA_DEMO: '0' })
  await urlOf(plain)
  const production = startTera({ NODE_ENV: 'production' })
  await urlOf(production)
  expect([demo, plain, production].map(({ lines }) => lines.includes('seeded'))).toEqual([true, false, false])
})

test('after kill -9 the next start adopts the database that kept running', async () => {
  const killed = startTera()
  await urlOf(killed)
  killed.child.kill('SIGKILL')
  await killed.exit
  const next = startTera()
  await urlOf(next)
  expect(next.lines.join('\n')).toContain('was running already')
})

test('every server of the data folder can be stopped from outside, also beside the remains of a killed one', async () => {
  const [one, two, killed] = [startTera(), startTera(), startTera()]
  const ports = (await Promise.all([one, two, killed].map(urlOf))).map((url) => Number(new URL(url).port))
  killed.child.kill('SIGKILL')
  await killed.exit
  expect((await stopServers(dataDir, 9_000)).sort()).toEqual(ports.slice(0, 2).sort())
  expect(await Promise.all([one.exit, two.exit])).toEqual([0, 0])
  expect(ports.some((port) => existsSync(join(dataDir, `tera-${port}.pid`)))).toBe(false)
  expect(await stopServers(dataDir, 9_000)).toEqual([])
})

test('unsafe settings are told in one line each, and safe ones in none', async () => {
  const unsafe = startTera({ TERA_ORIGINS: 'http://dasbor.example.go.id' })
  await urlOf(unsafe)
  expect(unsafe.lines.filter((line) => line.startsWith('Warning: '))).toEqual([expect.stringContaining('TERA_ORIGINS')])
  const safe = startTera()
  await urlOf(safe)
  expect(safe.lines.filter((line) => line.startsWith('Warning: '))).toEqual([])
})

test('a taken port is named', async () => {
  const first = startTera()
  const { port } = new URL(await urlOf(first))
  const second = startTera({ PORT: port })
  await second.until(new RegExp(`Port ${port} is taken. Set PORT`))
  expect(await second.exit).toBe(3)
})
