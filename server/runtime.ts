import type { Command } from 'commander'
import type { Database, DatabaseOptions } from './db.ts'
import type { Env } from './env.ts'

/** Each area's `cli.ts` exports one: adds its sub-commands, and imports whatever is heavy inside their actions. */
export type Register = (program: Command, runtime: Runtime) => void

/** What the sub-commands of `tera` share. */
export type Runtime = {
  /** The environment, read at the first call. */
  env(): Promise<Env>
  /**
   * Opens the database in whatever state the machine is in (embedded server started, migrations applied), runs, and closes. An interrupt
   * closes the database too; a transaction that was open rolls back.
   */
  withDatabase<T>(run: (database: Database) => Promise<T>, options?: DatabaseOptions): Promise<T>
  /** Prints a result: the value on one line with `--json`, else the lines meant for people. */
  print(options: { json?: boolean | undefined }, value: unknown, lines: readonly string[]): void
  /** A bar on standard error where that is a terminal, else nothing. */
  progress(label: string, total: number): Promise<Progress>
}

export type Progress = {
  /** How much of the total is done. */
  advance(done: number): void
  finish(): void
}

/** What `tera` exits with. */
export const exitCodes = {
  done: 0,
  /** A refusal of the domain, or rejected rows in a report that was printed. */
  refused: 1,
  usage: 2,
  /** The machine, its settings or the database. */
  environment: 3,
  /** A bug. */
  fault: 70,
} as const

export function createRuntime(): Runtime {
  let env: Promise<Env> | undefined
  const runtime: Runtime = {
    env() {
      env ??= import('./env.ts').then(({ readEnv }) => readEnv(process.env))
      return env
    },
    async withDatabase(run, options) {
      const { openStorage } = await import('./storage.ts')
      const storage = await openStorage(await runtime.env(), options)
      const interrupt = async (signal: NodeJS.Signals) => {
        await storage.close()
        process.exit(signal === 'SIGINT' ? 130 : 143)
      }
      process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
      try {
        return await run(storage.database)
      } finally {
        process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
        await storage.close()
      }
    },
    print({ json }, value, lines) {
      process.stdout.write(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''))
    },
    async progress(label, total) {
      if (!process.stderr.isTTY) return { advance: () => undefined, finish: () => undefined }
      const { default: progress } = await import('cli-progress')
      const bar = new progress.SingleBar({
        format: `${label} {bar} {percentage} % · {value}/{total} · {eta_formatted}`,
        hideCursor: true,
      })
      bar.start(total, 0)
      return { advance: (done) => bar.update(done), finish: () => bar.stop() }
    },
  }
  return runtime
}

/** The exit code of an error that ends a command. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof Error)) return exitCodes.fault
  const { code, exitCode } = error as { code?: unknown; exitCode?: unknown }
  if (typeof code === 'string' && code.startsWith('commander.')) return exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error.name === 'DomainError') return exitCodes.refused
  return error.name === 'SetupError' || isDatabaseOutOfReach(error) ? exitCodes.environment : exitCodes.fault
}

/** Refused or broken connections, and a server that is going down, in the words of the driver and of Prisma. */
function isDatabaseOutOfReach(error: Error): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(ECONN|ETIMEDOUT|ENOTFOUND|08|57P|P1\d\d\d|P2024$)/.test(code)
}
