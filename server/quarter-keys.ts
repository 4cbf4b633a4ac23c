import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnv } from './env.ts'

/** Secrets of one quarter each, kept outside of the database: whoever reads all of it has none of them. */
export type QuarterKeys = {
  /** The key of a quarter such as `2026-TW1`; made on first use, the same for every process that shares the folder. */
  keyOf(quarter: string): Promise<Buffer>
  /** The key, or null when it was never made or is gone. */
  find(quarter: string): Promise<Buffer | null>
  /** Quarters whose key is there. */
  quarters(): Promise<string[]>
  /** Throws a key away for good: what it sealed or tagged can never be traced again. */
  forget(quarter: string): Promise<void>
}

const keyBytes = 32
const ending = '.key'

/** Keys as files of a folder that only this user may read. */
export function quarterKeysIn(folder: string): QuarterKeys {
  const pathOf = (quarter: string) => join(folder, `${quarter}${ending}`)
  const find = async (quarter: string): Promise<Buffer | null> => {
    try {
      return await readFile(pathOf(quarter))
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null
      throw error
    }
  }
  return {
    find,
    async keyOf(quarter) {
      return (await find(quarter)) ?? create(folder, pathOf(quarter))
    },
    async quarters() {
      const names = await readdir(folder).catch((error: unknown) => {
        if (isCode(error, 'ENOENT')) return []
        throw error
      })
      return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length))
    },
    forget: (quarter) => rm(pathOf(quarter), { force: true }),
  }
}

/** Written whole and made durable before it gets its name: two processes agree on the first one, and no crash leaves half a key. */
async function create(folder: string, path: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `draft-${randomBytes(8).toString('hex')}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(keyBytes))
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
  return readFile(path)
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

const shared = new Map<string, QuarterKeys>()

function keysOfInstallation(folder: string): QuarterKeys {
  let keys = shared.get(folder)
  if (!keys) {
    keys = quarterKeysIn(join(readEnv(process.env).dataDir, folder))
    shared.set(folder, keys)
  }
  return keys
}

/** The keys of this installation: in the folder `feedback-keys` of its data folder. Servers of one database must share it. */
export function quarterKeys(): QuarterKeys {
  return keysOfInstallation('feedback-keys')
}

/** The keys of answers to surveys, one a day (`2026-11-24`): in the folder `survey-keys` of the data folder, shared by the servers of one database. */
export function surveyKeys(): QuarterKeys {
  return keysOfInstallation('survey-keys')
}

/** The keys under which the names of complainants are sealed: in the folder `complaint-keys`, which servers of one database must share. */
export function complaintKeys(): QuarterKeys {
  return keysOfInstallation('complaint-keys')
}
