import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, ownName, type ProcessName } from './processes.ts'

/** Notes that a server of this process listens on `port`, for `tera stop`. Returns what removes the note. */
export function writePidFile(dataDir: string, port: number): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, `tera-${port}.pid`)
  writeFileSync(file, JSON.stringify(ownName()))
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
      const noted = JSON.parse(readFileSync(file, 'utf8')) as ProcessName
      const serves = isRunning(noted)
      if (serves) await end(noted, patienceMs)
      rmSync(file, { force: true })
      return serves ? [Number(/\d+/.exec(name)?.[0])] : []
    }),
  )
  return stopped.flat()
}

async function end(noted: ProcessName, patienceMs: number): Promise<void> {
  process.kill(noted.pid, 'SIGTERM')
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(50)) {
    if (!isRunning(noted)) return
  }
  if (isRunning(noted)) process.kill(noted.pid, 'SIGKILL')
}
