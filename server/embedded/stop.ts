import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupError } from '../setup-error.ts'
import { clusterPaths, isServed, readPidFile, removeStalePidFile } from './cluster.ts'
import type { Engine } from './engine.ts'

/** Seconds in which open transactions roll back and a last checkpoint is written. */
const PATIENCE_S = 60

/** Tells one order to stop from another one; undefined before the first. */
export type StopOrder = bigint | undefined

/**
 * Orders the present users of the server not to bring it back when it goes down: to them a stop and a crash look alike. Nobody has to
 * take the order back, because only those are bound by it who used the server before: whoever starts it later remembers this order as
 * an old one.
 */
export function orderStop(dataDir: string): void {
  // An empty file needs no room on a full disk; one made by another user is replaced.
  rmSync(orderFile(dataDir), { force: true })
  writeFileSync(orderFile(dataDir), '')
}

/** The last order to stop that was given. */
export function lastStopOrder(dataDir: string): StopOrder {
  return statSync(orderFile(dataDir), { bigint: true, throwIfNoEntry: false })?.mtimeNs
}

const orderFile = (dataDir: string) => join(clusterPaths(dataDir).home, 'stop-ordered')

/**
 * Stops the server that runs now and waits until it is gone; one that somebody starts behind it is left alone. (`pg_ctl stop -w` would
 * take that one for the old one and wait for it.)
 */
export async function stopServer(dataDir: string, engine: Engine): Promise<void> {
  const noted = readPidFile(dataDir)
  if (!noted) return
  const fault = await engine.run('pg_ctl', ['stop', '-W', '-s', '-m', 'fast', '-D', clusterPaths(dataDir).data]).then(
    () => undefined,
    (error: unknown) => error,
  )
  // It may have gone by itself, before it could be told.
  const patience = fault === undefined ? PATIENCE_S : 2
  for (const deadline = Date.now() + patience * 1000; Date.now() < deadline; await sleep(20)) {
    removeStalePidFile(dataDir)
    if (!isServed(dataDir, noted)) return
  }
  throw fault ?? new SetupError(`The embedded PostgreSQL in ${dataDir} did not stop within ${PATIENCE_S} s.`)
}
