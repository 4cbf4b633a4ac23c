import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from './db.ts'
import type { Env } from './env.ts'
import { writePidFile } from './pid-files.ts'
import { exitCodes } from './runtime.ts'
import { SetupError } from './setup-error.ts'
import { openStorage } from './storage.ts'
import { unsafeDatabase, unsafeSettings } from './unsafe.ts'

/** The HTTP server, from the moment on that it listens. */
export type Listening = {
  readonly port: number
  readonly url: string
  /** Takes no more requests and waits for those that run. */
  close(): Promise<void>
}

export type Parts = {
  /** Loads what the other parts need, while the database starts. */
  preload(): Promise<unknown>
  /** Makes the console ready to be served. */
  prepare(report: (line: string) => void): Promise<unknown>
  /** Fills an empty database in demo mode, and tells how to get in. */
  demonstrate(database: Database, report: (line: string) => void): Promise<void>
  serve(database: Database, env: Env): Promise<Listening>
}

/** Milliseconds from the signal: until then running requests may end, and then the process ends whatever hangs. */
const REQUESTS_END_MS = 7_000
const PROCESS_ENDS_MS = 9_000

/**
 * Starts everything and serves until SIGINT or SIGTERM; resolves to the exit code. `report` gets one line a step. Requests that run at
 * the signal are answered; the embedded database stops last, unless another process uses it.
 */
export async function start(env: Env, parts: Parts, report: (line: string) => void): Promise<number> {
  const ended = Promise.withResolvers<number>()
  const end = (exitCode: number) => {
    setTimeout(() => process.exit(exitCode), PROCESS_ENDS_MS).unref()
    ended.resolve(exitCode)
  }
  // A terminal and a package manager may both send the signal: the second one must not cut the first one short.
  process.on('SIGINT', () => end(exitCodes.done)).on('SIGTERM', () => end(exitCodes.done))
  const onLost = (error: Error) => {
    report(error.message)
    end(exitCodes.environment)
  }
  const storage = await openStorage(env, { report, onLost, preload: parts.preload })
  try {
    await parts.prepare(report)
    if (env.demo) await parts.demonstrate(storage.database, report)
    const server = await listen(storage.database, env, parts)
    for (const warning of [...unsafeSettings(env), ...(await unsafeDatabase(storage.database, env))])
      report(`Warning: ${warning}`)
    const removePidFile = writePidFile(env.dataDir, server.port)
    report(`Tera is ready at ${server.url}`)
    const exitCode = await ended.promise
    report('Stopping …')
    await Promise.race([server.close(), sleep(REQUESTS_END_MS, undefined, { ref: false })])
    removePidFile()
    return exitCode
  } finally {
    await storage.close()
  }
}

async function listen(database: Database, env: Env, { serve }: Parts): Promise<Listening> {
  try {
    return await serve(database, env)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new SetupError(`Port ${env.port} is taken. Set PORT to another one, or run "tera stop".`)
    if (code === 'EACCES') throw new SetupError(`Port ${env.port} may not be used by this user. Set PORT to one above 1023.`)
    throw error
  }
}
