import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks in a second of `/proc`; the same on every Linux that Node runs on. */
const ticks = 100

/** Seconds of CPU that a process has used, with its threads; with `children`, also its ended and its living children. */
export function cpuSeconds(pid: number, children = false): number {
  const own = statOf(pid)
  if (!own) throw new Error(`process ${pid} has ended`)
  const used = own.used + (children ? own.usedByEnded + livingChildren(pid).reduce((sum, { used }) => sum + used, 0) : 0)
  return used / ticks
}

/** Memory that a process holds (resident), in megabytes. */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1_024
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

function livingChildren(parent: number): Stat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat !== undefined && stat.parent === parent)
    .filter((stat): stat is Stat => stat !== undefined)
}
