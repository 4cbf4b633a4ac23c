import type { Database, DatabaseOptions } from './db.ts'
import type { EmbeddedOptions, EmbeddedServer } from './embedded.ts'
import type { Env } from './env.ts'
import { ensureGenerated } from './generated.ts'
import { migrate } from './migrate.ts'

export type Storage = {
  readonly database: Database
  /** The migrations that were applied at this opening. */
  readonly applied: readonly string[]
  /** Closes the connections; the last process to leave the embedded server stops it. */
  close(): Promise<void>
}

type Options = DatabaseOptions & {
  /** Gets one line for each step that takes time. */
  report?: (line: string) => void
  /** The embedded server died and could not be brought back. */
  onLost?: (error: Error) => void
  /** Loads more of the program while the embedded server starts. Whoever needs it loads it again, and meets its errors then. */
  preload?: () => Promise<unknown>
}

/**
 * Makes the database ready for use, whatever state the machine is in: generates the client, starts or adopts the embedded server unless
 * DATABASE_URL names another one, applies the migrations and opens the application's connections.
 */
export async function openStorage(env: Env, options: Options = {}): Promise<Storage> {
  const { report = () => undefined, onLost, preload = () => import('./db.ts'), ...databaseOptions } = options
  if (await ensureGenerated()) report('Generated the Prisma client.')
  // What holds the generated client can be loaded from here on.
  let loading: Promise<unknown> | undefined
  const load = () => {
    loading ??= Promise.allSettled([preload()])
  }
  const server = env.databaseUrl ? undefined : await openEmbedded(env, report, { onStarting: load, onLost })
  load()
  try {
    const url = server?.url('tera') ?? env.databaseUrl ?? ''
    const applied = await migrate(url, { report: (name) => report(`Applying migration ${name} …`) })
    await loading
    const { openDatabase } = await import('./db.ts')
    const database = await openDatabase(url, databaseOptions)
    return {
      database,
      applied,
      async close() {
        await database.close()
        await server?.release()
      },
    }
  } catch (error) {
    await server?.release()
    throw error
  }
}

/** The database server alone, without migrations or the client: for backups, which look at a database as it is. */
export async function openServer(env: Env): Promise<{ readonly url: string; release(): Promise<unknown> }> {
  if (env.databaseUrl) return { url: env.databaseUrl, release: async () => undefined }
  const server = await openEmbedded(env, () => undefined, {})
  return { url: server.url('tera'), release: () => server.release() }
}

async function openEmbedded(env: Env, report: (line: string) => void, options: EmbeddedOptions): Promise<EmbeddedServer> {
  report(`Starting the embedded PostgreSQL in ${env.dataDir} …`)
  const { startEmbedded } = await import('./embedded.ts')
  const server = await startEmbedded(env.dataDir, options)
  report(`PostgreSQL ${server.adopted ? 'was running already' : 'runs'} on 127.0.0.1:${server.port}.`)
  return server
}
