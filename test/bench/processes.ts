import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks in a second of `/proc`; the same on every Linux that Node runs on. */
const ticks = 100

/** Seconds of CPU that a process has used, with its threads; with `children`, also its ended and its living children. */
export function cpuSeconds(pid: number, children = false): number {
  const own = statOf(pid)
  if (!own) throw new Error(`process ${pid} has ended`)
  const used = own.used + (children ? own.usedByEnded + childrenOf(pid).reduce((sum, { used }) => sum + used, 0) : 0)
  return used / ticks
}

/** Memory that a process holds (resident), in megabytes. */
export function residentMb(pid: number): number {
  return megabytes(pid, 'VmRSS')
}

/** The most that a process and its children held so far (resident), whichever of them held most, in megabytes. */
export function peakMbOfFamily(pid: number): number {
  return Math.max(megabytes(pid, 'VmHWM'), ...childrenOf(pid).map(({ pid: child }) => peakMbOfFamily(child)))
}

/** 0 for a process that has ended. */
function megabytes(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  let status: string
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return 0
  }
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1_024
}

type Stat = { readonly parent: number; readonly used: number; readonly usedByEnded: number }

function statOf(pid: number): Stat | undefined {
  let line: string
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // It ended between the listing and the reading.
    return undefined
  }
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [parent = 0, utime = 0, stime = 0, cutime = 0, cstime = 0] = [fields[1], fields[11], fields[12], fields[13], fields[14]]
  return { parent, used: utime + stime, usedByEnded: cutime + cstime }
}

function childrenOf(parent: number): (Stat & { readonly pid: number })[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(Number(name))
      return stat?.parent === parent ? [{ ...stat, pid: Number(name) }] : []
    })
}
