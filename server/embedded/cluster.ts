import { randomBytes, randomUUID } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { moveInPlace } from '../move-in-place.ts'
import { isAlive } from '../processes.ts'
import { SetupError } from '../setup-error.ts'
import { ATTIC, isAbandoned, workName } from '../work-folders.ts'
import { type Engine, locale, systemUser } from './engine.ts'
import { type RunAs, wayOut } from './faults.ts'

/** Where the parts of an embedded database lie below the data folder. */
export function clusterPaths(dataDir: string) {
  const home = join(dataDir, 'postgres')
  return { home, data: join(home, 'data'), password: join(home, 'password'), log: join(home, 'postgres.log') }
}

/** The user of an existing cluster stays its user, whoever starts it next; a new one belongs to the system user when root makes it. */
export function clusterUser(dataDir: string): RunAs | undefined {
  const { home } = clusterPaths(dataDir)
  if (process.getuid?.() !== 0 || !existsSync(home)) return systemUser()
  const { uid, gid } = statSync(home)
  return uid === 0 ? systemUser() : { uid, gid }
}

/**
 * Makes the cluster if there is none: in a folder of its own that is renamed when complete, so that a kill in the middle leaves nothing
 * that looks like a database, and of two makers the first one counts.
 */
export async function ensureCluster(dataDir: string, engine: Engine): Promise<void> {
  const { home, data } = clusterPaths(dataDir)
  removeAbandoned(dataDir)
  if (!existsSync(home)) {
    const fresh = join(dataDir, workName('postgres'))
    removeFully(fresh)
    mkdirSync(fresh, { mode: 0o700 })
    try {
      const password = join(fresh, 'password')
      writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
      if (engine.runAs) for (const path of [fresh, password]) chownSync(path, engine.runAs.uid, engine.runAs.gid)
      const collation = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`]
      const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${password}`]
      await engine.run('initdb', ['-D', join(fresh, 'data'), ...access, ...collation, '--data-checksums'])
      moveInPlace(fresh, home)
      syncFolder(dataDir)
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  }
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (made !== engine.major) {
    throw new SetupError(
      `${data} was made by PostgreSQL ${made}; this Tera brings ${engine.major}. Set TERA_DATA_DIR to another folder.\n${wayOut}`,
    )
  }
}

/** Without this a power cut could forget the rename while it remembers what was written below. Windows cannot open a folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Removes what killed makers left. A program that a killed one had started may still be writing into such a folder: under a new name it
 * no longer finds it, fails and ends, and what it wrote by then goes as well. (Removing the folder where it lies would meet the
 * program's own tidying up, and each would leave something to the other.)
 */
function removeAbandoned(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!isAbandoned(name)) continue
    const attic = join(dataDir, `${ATTIC}${randomUUID()}`)
    try {
      renameSync(join(dataDir, name), attic)
    } catch (error) {
      // Another start has taken it away.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    removeFully(attic)
  }
}

/** Goes on while something is still written: one sweep ends in silence when a file disappears under it. */
function removeFully(folder: string): void {
  while (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/** What PostgreSQL notes about itself. */
export type PidFile = { pid: number; startedAt: string; port: number; sharedMemory: string | undefined }

/** The content of `postmaster.pid`; undefined when no server has the cluster. */
export function readPidFile(dataDir: string): PidFile | undefined {
  const text = readIfThere(join(clusterPaths(dataDir).data, 'postmaster.pid'))
  if (text === undefined) return undefined
  const lines = text.split('\n')
  return {
    pid: Number(lines[0]),
    startedAt: lines[2] ?? '',
    port: Number(lines[3] || 0),
    sharedMemory: lines[6]?.trim().split(/\s+/)[1],
  }
}

/** True while the very server of this note has the cluster. */
export function isServed(dataDir: string, noted: PidFile): boolean {
  return isSame(noted, readPidFile(dataDir)) && isAlive(noted.pid)
}

const isSame = (one: PidFile, other: PidFile | undefined) => one.pid === other?.pid && one.startedAt === other.startedAt

/** The text of a file that may go at any moment. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/**
 * Removes a pid file whose number belongs to a corpse that nobody collects (a container without an init process) or meanwhile to another
 * program: PostgreSQL would take it for a live server and refuse to start for ever. It stays while any process still uses the shared
 * memory of the old server, which is PostgreSQL's own safeguard. Linux only; elsewhere PostgreSQL judges alone.
 */
export function removeStalePidFile(dataDir: string): void {
  const noted = readPidFile(dataDir)
  if (!noted || !existsSync('/proc/sysvipc/shm')) return
  const program = readIfThere(`/proc/${noted.pid}/cmdline`)?.split('\0')[0]
  if (program && basename(program) === 'postgres') return
  const segments = readFileSync('/proc/sysvipc/shm', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const segment = noted.sharedMemory && segments.find((columns) => columns[1] === noted.sharedMemory)
  if (segment && segment[6] !== '0') return
  // A rival may have started a server in the meantime, whose note it would be.
  if (isSame(noted, readPidFile(dataDir))) rmSync(join(clusterPaths(dataDir).data, 'postmaster.pid'), { force: true })
}
