import pino from 'pino'
import { consoleHome, ensureConsole } from '../../server/console.ts'
import type { Database } from '../../server/db.ts'
import { serveTera } from '../../server/serve.ts'
import type { Listening } from '../../server/start.ts'

/** A busy machine is no reason to turn a visitor away. */
const patient = { pressure: { requests: 1_000, waiting: 1_000, loopDelayMs: 60_000 } }

const local = { host: '127.0.0.1', port: 0, nodeEnv: 'test', origins: [], isHttps: false, proxies: 0 } as const

/**
 * Serves a database that holds the invented city, with its console, on a free port. The server's own clock is the real one:
 * a browser forgets the cookie of a session that ended long ago.
 */
export async function serveCity(database: Database): Promise<Listening> {
  await ensureConsole(() => undefined)
  return serveTera(database, local, { log: pino({ level: 'error' }), now: () => new Date(), consoleHome, limits: patient })
}
