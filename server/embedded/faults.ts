import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { SetupError } from '../setup-error.ts'

/** Who runs PostgreSQL. It refuses to run as root. */
export type RunAs = { readonly uid: number; readonly gid: number }

export const wayOut = 'Or set DATABASE_URL to a PostgreSQL server of your own (15 or newer).'

/** Turns a fault of the system into a sentence that says what to do. A {@link SetupError} passes unchanged. */
export function explainFault(error: unknown, dataDir: string, runAs: RunAs | undefined): Error {
  if (error instanceof SetupError) return error
  const text = describe(error)
  if (isFullDisk(text, dataDir)) return fullDisk(dataDir, error)
  if (/EACCES|EPERM|EROFS|permission denied|read-only file system/i.test(text))
    return forbiddenFolder(pathIn(error) ?? dataDir, runAs)
  return new SetupError(`The embedded PostgreSQL in ${dataDir} failed: ${text}\n${wayOut}`, { cause: error })
}

/** A server that cannot even write its log says nothing: then the free space decides. */
export function isFullDisk(text: string, dataDir: string): boolean {
  if (/ENOSPC|EDQUOT|no space left|disk quota/i.test(text)) return true
  if (!existsSync(dataDir)) return false
  const { bavail, bsize } = statfsSync(dataDir)
  return bavail * bsize < 1_000_000
}

function fullDisk(dataDir: string, cause: unknown): SetupError {
  return new SetupError(
    `The disk that holds ${dataDir} is full. Make room, or set TERA_DATA_DIR to a folder elsewhere.\n${wayOut}`,
    { cause },
  )
}

/** The message of an error together with what the program printed. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stderr, stdout } = error as { stderr?: string; stdout?: string }
  return [error.message, stderr, stdout].filter(Boolean).join('\n').trim()
}

/** The last lines of a server's log; empty when it has none. */
export function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : ''
}

const pathIn = (error: unknown) => (error instanceof Error ? (error as NodeJS.ErrnoException).path : undefined)

/** Names the first folder on the way that the user may not enter. */
export function forbiddenFolder(path: string, runAs: RunAs | undefined): SetupError {
  const user = runAs ? `the system user that runs PostgreSQL (uid ${runAs.uid})` : 'this user'
  const remedy = runAs
    ? 'Set TERA_DATA_DIR to a folder that it may enter, such as /var/lib/tera.'
    : 'Set TERA_DATA_DIR to a folder of your own.'
  return new SetupError(`${firstClosed(path, runAs) ?? path} may not be used by ${user}. ${remedy}\n${wayOut}`)
}

function firstClosed(path: string, runAs: RunAs | undefined): string | undefined {
  if (!runAs) return undefined
  const { root } = parse(path)
  const names = path.slice(root.length).split(/[\\/]/)
  const folders = names.map((_, index) => join(root, ...names.slice(0, index + 1)))
  return folders.find((folder) => {
    if (!existsSync(folder)) return false
    const { uid, gid, mode } = statSync(folder)
    const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001
    return (mode & bit) === 0
  })
}
