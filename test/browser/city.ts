import pino from 'pino'
import { consoleHome, ensureConsole } from '../../server/console.ts'
import type { Database } from '../../server/db.ts'
import { seedDemo } from '../../server/seed.ts'
import { serveTera } from '../../server/serve.ts'
import type { Listening } from '../../server/start.ts'

/** The invented city is built around this day, so that it is the same in each run. */
const cityDay = new Date('2026-08-14T03:00:00Z')

/** A busy machine is no reason to turn a visitor away. */
const patient = { pressure: { requests: 1_000, waiting: 1_000, loopDelayMs: 60_000 } }

const local = { host: '127.0.0.1', port: 0, nodeEnv: 'test', origins: [], isHttps: false, proxies: 0 } as const

/**
 * Writes the invented city into an empty database and serves it, with its console, on a free port. The server's own clock is the real one:
 * a browser forgets the cookie of a session that ended long ago.
 */
export async function serveCity(database: Database): Promise<Listening> {
  await ensureConsole(() => undefined)
  await seedDemo(database, cityDay)
  return serveTera(database, local, { log: pino({ level: 'error' }), now: () => new Date(), consoleHome, limits: patient })
}
