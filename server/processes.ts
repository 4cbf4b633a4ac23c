import { existsSync, readFileSync } from 'node:fs'

/** Names a process for good: numbers are used again, and `birth` tells two bearers of the same one apart. */
export type ProcessName = { readonly pid: number; readonly birth?: string | undefined }

/** This process. */
export const ownName = (): ProcessName => ({ pid: process.pid, birth: birthOf(process.pid) })

/** True while the very process runs. Only Linux can tell it from a corpse and from another one that has its number meanwhile. */
export function isRunning({ pid, birth }: ProcessName): boolean {
  return isAlive(pid) && birthOf(pid) === birth
}

/** True when a process with this number exists, also when it belongs to somebody else or is a corpse that nobody has collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, in ticks since the start of the machine. Undefined for a corpse, and where there is no Linux. */
function birthOf(pid: number): string | undefined {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  // The name in brackets may hold anything; behind it come the state and, as twentieth, the beginning.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return fields[0] === 'Z' ? undefined : fields[19]
}
