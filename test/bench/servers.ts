import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { installBeside } from './beside.ts'
import type { Target } from './load.ts'

export const serverNames = ['limit', 'postgraphile', 'tera'] as const
export type ServerName = (typeof serverNames)[number]

export type Server = Target & {
  readonly name: ServerName
  readonly pid: number
  /** SQL statements sent since the start, transaction control included; only Tera tells. */
  statements(): Promise<number>
  stop(): Promise<void>
}

const files = { limit: 'limit-server.ts', postgraphile: 'postgraphile/server.mjs', tera: 'tera-server.ts' } as const

/** Database connections of each server. */
const poolSize = 10

/** Those of `pnpm start`. */
const memoryFlags = ['--max-semi-space-size=4', '--max-old-space-size=512']

/** Starts one of the servers as a process of its own on the database. */
export async function startServer(name: ServerName, url: string): Promise<Server> {
  if (name === 'postgraphile') installBeside('postgraphile')
  const child = fork(join(import.meta.dirname, files[name]), {
    env: { ...process.env, DATABASE_URL: url, BENCH_POOL: String(poolSize), NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    execArgv: ['--disable-warning=ExperimentalWarning', ...(name === 'tera' ? memoryFlags : [])],
  })
  const { port, token } = await answerOf<{ port: number; token?: string }>(child, name)
  return {
    name,
    port,
    pid: child.pid ?? 0,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    async statements() {
      if (name !== 'tera') return Number.NaN
      child.send('statements')
      return (await answerOf<{ statements: number }>(child, name)).statements
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

function answerOf<Answer>(child: ChildProcess, name: ServerName): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the server ${name} ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message as Answer)
    })
  })
}
