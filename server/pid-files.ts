import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './embedded-cluster.ts'

/** Notes that a server of this process listens on `port`, for `tera stop`. Returns what removes the note. */
export function writePidFile(dataDir: string, port: number): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, `tera-${port}.pid`)
  writeFileSync(file, `${process.pid}\n`)
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
      const pid = Number(readFileSync(file, 'utf8'))
      const serves = isServer(pid)
      if (serves) await end(pid, patienceMs)
      rmSync(file, { force: true })
      return serves ? [Number(/\d+/.exec(name)?.[0])] : []
    }),
  )
  return stopped.flat()
}

async function end(pid: number, patienceMs: number): Promise<void> {
  process.kill(pid, 'SIGTERM')
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(50)) {
    if (!isServer(pid)) return
  }
  if (isServer(pid)) process.kill(pid, 'SIGKILL')
}

/** After a kill the number may belong to another program, or to a corpse whose command line is empty; only Linux can tell. */
function isServer(pid: number): boolean {
  if (!isAlive(pid)) return false
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync('/proc/self/cmdline') || (existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('main.ts'))
}
