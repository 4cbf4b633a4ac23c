import { spawn } from 'node:child_process'

/**
 * Flags of Node for work on large files. Left alone, Node lets garbage grow to several times what is in use before it collects; with a
 * small nursery and a bound that follows the size of the file the same work stays below 300 MB for 100,000 rows, at some 10 % more time.
 */
export function heapFlags(fileBytes: number): string[] {
  const megabytes = Math.ceil(fileBytes / 1_048_576)
  return ['--max-semi-space-size=2', `--max-old-space-size=${384 + 16 * megabytes}`]
}

const inner = 'TERA_INNER_PROCESS'

/** True in the process that `runAgain` started. */
export const isInnerProcess = (): boolean => process.env[inner] === '1'

/** Runs this very command line in a process with these flags, and answers its exit code. Signals are handed on. */
export function runAgain(flags: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, ...flags, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [inner]: '1' },
  })
  const hand = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', hand).on('SIGTERM', hand)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', hand).off('SIGTERM', hand)
      resolve(code ?? (signal === 'SIGKILL' ? 137 : 1))
    })
  })
}

/** Ends this process at once when the one that started it is gone: nobody would learn what it did. What was committed stays. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(1))
  // The line to the parent keeps nothing alive.
  process.channel?.unref()
}
