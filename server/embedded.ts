import { existsSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clusterPaths, clusterUser, ensureCluster, readPidFile, removeStalePidFile } from './embedded/cluster.ts'
import { type Engine, makeDataDir, prepareEngine } from './embedded/engine.ts'
import { describe, explainFault, isFullDisk, lastLines, type RunAs, wayOut } from './embedded/faults.ts'
import { lastStopOrder, orderStop, type StopOrder, stopServer } from './embedded/stop.ts'
import { SetupError } from './setup-error.ts'

export type EmbeddedServer = {
  readonly port: number
  /** True when the server was running already. */
  readonly adopted: boolean
  /** Connection string of the owner, a superuser. */
  url(database: string): string
  /** Leaves the server. The last one to leave stops it; while others are present it runs on. */
  release(): Promise<'stopped' | 'shared'>
}

type Settings = Readonly<Record<string, string>>

export type EmbeddedOptions = {
  /** Settings of PostgreSQL beyond Tera's own, for a server that this call starts. */
  settings?: Settings
  /** Called once PostgreSQL is on its way: the time until it answers can be used for other work. */
  onStarting?: () => void
  /** Called when the server was lost while in use and could not be brought back. */
  onLost?: (error: Error) => void
}

/** Everybody who uses the server holds this advisory lock shared in the database `postgres`; who can take it alone is the last one. */
const PRESENCE = 8372_001

/** Seconds to wait for a start; recovery after a crash may replay two gigabytes first. */
const PATIENCE_S = 120

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  synchronous_commit: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_checkpoints: 'off',
  // Statements and key values name persons: they do not belong in a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/**
 * Starts the embedded PostgreSQL of `dataDir`, or adopts the one that runs there: makes the cluster if needed, waits for a server that
 * is just starting, recovering or going down, and starts it anew after any kind of death. While in use it is brought back on the same
 * port when it dies. Throws {@link SetupError} with the way out where this machine does not allow it.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const root = resolve(dataDir)
  let runAs: RunAs | undefined
  try {
    runAs = clusterUser(root)
    makeDataDir(root, runAs)
    const engine = await prepareEngine(root, runAs)
    await ensureCluster(root, engine)
    return await attend(root, engine, options)
  } catch (error) {
    throw explainFault(error, root, runAs)
  }
}

/** Stops the embedded PostgreSQL of `dataDir` whoever uses it; open transactions roll back. False when none was running. */
export async function stopEmbedded(dataDir: string): Promise<boolean> {
  const root = resolve(dataDir)
  if (!existsSync(clusterPaths(root).home)) return false
  try {
    // Given also when nothing runs: somebody may be about to bring back a server that has just died.
    orderStop(root)
    removeStalePidFile(root)
    if (!readPidFile(root)) return false
    await stopServer(root, await prepareEngine(root, clusterUser(root)))
    return true
  } catch (error) {
    throw explainFault(error, root, clusterUser(root))
  }
}

/** Holds the presence connection, and starts again when it breaks, unless the server was stopped by order. */
async function attend(
  root: string,
  engine: Engine,
  { settings = {}, onStarting, onLost }: EmbeddedOptions,
): Promise<EmbeddedServer> {
  const password = readFileSync(clusterPaths(root).password, 'utf8').trim()
  const { client, port, adopted, order } = await startOrAdopt({ root, engine, password, settings, onStarting })
  let presence = client
  let leaving = false
  let restored = Promise.resolve()
  const leave = async () => {
    leaving = true
    const alone = await isLast(presence)
    if (alone) await stopServer(root, engine)
    await presence.end()
    return alone ? 'stopped' : 'shared'
  }
  const restore = async () => {
    try {
      const again = await startOrAdopt({ root, engine, password, settings, revive: { port, order } })
      if (again.port !== port) throw new SetupError(`The embedded PostgreSQL came back on port ${again.port} instead of ${port}.`)
      presence = again.client
      watch()
      // The order came while the server was being brought back, and whoever gave it found nothing to stop.
      if (again.order !== order) {
        await leave()
        throw stoppedByOrder()
      }
    } catch (error) {
      onLost?.(explainFault(error, root, engine.runAs))
    }
  }
  const watch = () =>
    presence.once('end', () => {
      if (!leaving) restored = restore()
    })
  watch()
  return {
    port,
    adopted,
    url: (database) => urlOf(password, port, database),
    async release() {
      leaving = true
      await restored
      return leave()
    },
  }
}

const stoppedByOrder = () => new SetupError('The embedded PostgreSQL was stopped on request.')

/** Gives up the own presence and asks for the whole lock. A broken connection means that the server is down or in other hands. */
async function isLast(presence: pg.Client): Promise<boolean> {
  try {
    await presence.query('select pg_advisory_unlock_shared($1)', [PRESENCE])
    const { rows } = await presence.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [PRESENCE])
    return rows[0]?.alone === true
  } catch {
    return false
  }
}

const urlOf = (password: string, port: number, database: string) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`

type Attempt = { client: pg.Client; port: number; adopted: boolean; order: StopOrder }

type Start = {
  root: string
  engine: Engine
  password: string
  settings: Settings
  onStarting?: EmbeddedOptions['onStarting']
  /** To bring a server back: where it must listen, and the order to stop that was the last one when it ran. */
  revive?: { port: number; order: StopOrder }
}

/** Repeats: adopt what answers, else start. A rival starter, a server going down or orphans of a killed one make a start fail for a while. */
async function startOrAdopt({ root, engine, password, settings, onStarting, revive }: Start): Promise<Attempt> {
  let started = false
  let last: unknown
  for (const deadline = Date.now() + PATIENCE_S * 1000; Date.now() < deadline; ) {
    // Before anything else: an order that comes from here on concerns the server that is entered below.
    const order = lastStopOrder(root)
    try {
      const noted = readPidFile(root)
      if (noted?.port) return { client: await enter(root, password, noted.port), port: noted.port, adopted: !started, order }
    } catch (error) {
      last = error
    }
    if (revive && lastStopOrder(root) !== revive.order) throw stoppedByOrder()
    try {
      removeStalePidFile(root)
      const starting = startOnce(root, engine, settings, revive?.port ?? (await choosePort(root)))
      onStarting?.()
      await starting
      started = true
    } catch (error) {
      last = error
      if (isFullDisk(describe(error), root)) throw error
      await sleep(200)
    }
  }
  throw new SetupError(
    `The embedded PostgreSQL did not start.\n${lastLines(clusterPaths(root).log) || describe(last)}\n${wayOut}`,
    { cause: last },
  )
}

async function startOnce(root: string, engine: Engine, settings: Settings, port: number): Promise<void> {
  const { data, log } = clusterPaths(root)
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(log, `${log}.1`)
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).map(([name, value]) => `-c ${name}=${value}`)
  await engine.run('pg_ctl', ['start', '-w', '-s', '-t', String(PATIENCE_S), '-D', data, '-l', log, '-o', flags.join(' ')])
}

/**
 * Connects and takes the presence lock. A server that goes down refuses or breaks the connection; one whose last user is just leaving
 * makes it wait and then breaks it. Throws also when another server took the port of a dead one.
 */
async function enter(root: string, password: string, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(password, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // A broken connection also fails the query or ends the client, and those decide.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE])
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
    if (realpathSync(rows[0]!.folder) !== realpathSync(clusterPaths(root).data))
      throw new Error(`port ${port} belongs to another server`)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/** The port of the last run if it is free, so that other processes find a server that died again; else any free one. */
async function choosePort(root: string): Promise<number> {
  const notes = join(clusterPaths(root).data, 'postmaster.opts')
  const last = existsSync(notes) ? Number(/port=(\d+)/.exec(readFileSync(notes, 'utf8'))?.[1] ?? 0) : 0
  return (await probe(last)) ?? (await probe(0)) ?? 0
}

/** Listens for a moment; port 0 lets the system choose. Undefined when the port is taken. */
function probe(port: number): Promise<number | undefined> {
  return new Promise((answer) => {
    const server = createServer().once('error', () => answer(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => answer(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
