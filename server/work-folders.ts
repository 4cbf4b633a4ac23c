import { isRunning, ownName } from './processes.ts'

/** What is made in the data folder lies in a work folder until it is complete; its name tells who makes it. */
const WORK = /^new-[a-z]+-(\d+)(?:-(\d+))?$/

/** Begins the name of a folder that only waits to be removed. */
export const ATTIC = 'new-attic-'

/** The name of this process's own folder for making `what`. */
export function workName(what: 'postgres' | 'engine'): string {
  const { pid, birth } = ownName()
  return ['new', what, pid, birth].filter(Boolean).join('-')
}

/** True for a folder that nobody will complete: its maker is gone, or it waits to be removed. */
export function isAbandoned(name: string): boolean {
  const maker = WORK.exec(name)
  return maker ? !isRunning({ pid: Number(maker[1]), birth: maker[2] }) : name.startsWith(ATTIC)
}
