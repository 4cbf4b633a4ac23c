import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './embedded-cluster.ts'

/** Notes that a server of this process listens on `port`, for `tera stop`. Returns what removes the note. */
export function writePidFile(dataDir: string, port: number): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, `tera-${port}.pid`)
  writeFileSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }))
  return () => rmSync(file, { force: true })
}

/**
 * Asks every noted server to end, waits up to `patienceMs` for it to finish what it was doing, and kills what is still there then.
 * Returns the ports that were served. Notes of servers that were killed are removed.
 */
export async function stopServers(dataDir: string, patienceMs: number): Promise<number[]> {
  const names = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => /^tera-\d+\.pid$/.test(name)) : []
  const stopped = await Promise.all(
    names.map(async (name) => {
      const file = join(dataDir, name)
      const noted = JSON.parse(readFileSync(file, 'utf8')) as Noted
      const serves = isServer(noted)
      if (serves) await end(noted, patienceMs)
      rmSync(file, { force: true })
      return serves ? [Number(/\d+/.exec(name)?.[0])] : []
    }),
  )
  return stopped.flat()
}

type Noted = { readonly pid: number; readonly birth?: string | undefined }

async function end(noted: Noted, patienceMs: number): Promise<void> {
  process.kill(noted.pid, 'SIGTERM')
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(50)) {
    if (!isServer(noted)) return
  }
  if (isServer(noted)) process.kill(noted.pid, 'SIGKILL')
}

/** After a kill the number may belong to another program or to a corpse; only Linux can tell. */
function isServer({ pid, birth }: Noted): boolean {
  return isAlive(pid) && birthOf(pid) === birth
}

/** When a process began, in ticks since the start of the machine: with its number this names it for good. Undefined for a corpse. */
function birthOf(pid: number): string | undefined {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  // The name in brackets may hold anything; behind it come the state and, as twentieth, the beginning.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return fields[0] === 'Z' ? undefined : fields[19]
}
