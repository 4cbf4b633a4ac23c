import { Command } from 'commander'
import { register as registerAppraisals } from './appraisals/cli.ts'
import { register as registerAudit } from './audit/cli.ts'
import { register as registerBackup } from './backup/cli.ts'
import { register as registerExchange } from './exchange/cli.ts'
import { register as registerIdentity } from './identity/cli.ts'
import { createRuntime, exitCodeOf, exitCodes, type Register } from './runtime.ts'
import { register as registerSeed } from './seed/cli.ts'
import type { Parts } from './start.ts'

const runtime = createRuntime()

/** The areas' own sub-commands, in the order of the help. */
const areas: readonly Register[] = [
  registerIdentity,
  registerExchange,
  registerAppraisals,
  registerAudit,
  registerBackup,
  registerSeed,
]

const program = new Command('tera')
  .description('Tera: objective performance appraisal and staff development for Indonesian civil servants.')
  .exitOverride()
  .showHelpAfterError('(add --help for what is possible)')
  .addHelpText(
    'after',
    `
Environment:
  PORT            port of the console and the API (4000); HOST its address (127.0.0.1)
  DATABASE_URL    a PostgreSQL server, 15 or newer; without it Tera runs its own
  TERA_DATA_DIR   folder of the embedded database
  TERA_DEMO=0     no demo data in an empty database

Exit codes: 0 done; 1 refused, or rows were rejected; 2 wrong usage; 3 the machine, its settings or the database; 70 a fault of Tera.`,
  )

program
  .command('start')
  .description('start the database, the API and the console, and serve until stopped')
  .action(async () => {
    const [{ start }, { consoleHome, ensureConsole }] = await Promise.all([import('./start.ts'), import('./console.ts')])
    // These need the generated client, which exists only when they are asked for.
    const load = () => Promise.all([import('./serve.ts'), import('pino'), import('./seed.ts')])
    const serve: Parts['serve'] = async (database, env) => {
      const [{ serveTera }, { pino }] = await load()
      return serveTera(database, env, { log: pino({ level: 'warn' }), now: () => new Date(), consoleHome })
    }
    const demonstrate: Parts['demonstrate'] = async (database, report) => {
      const { openDemo } = await import('./seed.ts')
      await openDemo(database, new Date(), report)
    }
    const say = (line: string) => console.log(line)
    process.exitCode = await start(await runtime.env(), { preload: load, prepare: ensureConsole, demonstrate, serve }, say)
  })

program
  .command('stop')
  .description('stop the running servers of this data folder and its embedded database')
  .option('--json', 'print the result as JSON')
  .action(async (options: { json?: boolean }) => {
    const { dataDir } = await runtime.env()
    const { stopServers } = await import('./pid-files.ts')
    const { stopEmbedded } = await import('./embedded.ts')
    const ports = await stopServers(dataDir, 12_000)
    const database = await stopEmbedded(dataDir)
    const lines = [
      ...ports.map((port) => `Stopped the server on port ${port}.`),
      ...(database ? ['Stopped the embedded PostgreSQL.'] : []),
    ]
    runtime.print(options, { ports, database }, lines.length ? lines : ['Nothing was running.'])
  })

program
  .command('migrate')
  .description('bring the database up to date')
  .option('--json', 'print the result as JSON')
  .action(async (options: { json?: boolean }) => {
    const { openStorage } = await import('./storage.ts')
    const storage = await openStorage(await runtime.env())
    await storage.close()
    const lines = storage.applied.map((name) => `Applied ${name}.`)
    runtime.print(options, { applied: storage.applied }, lines.length ? lines : ['The database is up to date.'])
  })

program
  .command('rule')
  .description('compute a rule: one JSON object a line on standard input, one a line on standard output')
  .argument('<id>', 'the rule, such as F1 or F3a')
  .action(async (id: string) => {
    const { runRules } = await import('./rules-cli.ts')
    process.exitCode = await runRules(id, process.stdin, process.stdout)
  })

program
  .command('schema')
  .description('the GraphQL contract')
  .command('print')
  .description('print the contract as it is checked in at server/schema.graphql')
  .action(async () => {
    const { ensureGenerated } = await import('./generated.ts')
    await ensureGenerated()
    const { printedSchema } = await import('./schema.ts')
    process.stdout.write(printedSchema())
  })

for (const register of areas) register(program, runtime)

// A reader that has seen enough, such as `head`, closes the pipe: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? exitCodes.done)
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
  report(error, process.exitCode)
}

/** Refusals and faults of the machine are sentences for people; only a fault of Tera shows where it happened. */
function report(error: unknown, exitCode: number): void {
  if (exitCode === exitCodes.done || exitCode === exitCodes.usage) return
  const { code, message, fields, stack } = error as Error & { code?: unknown; fields?: unknown }
  if (exitCode === exitCodes.fault) process.stderr.write(`${stack ?? String(error)}\n`)
  else if (process.argv.includes('--json')) process.stderr.write(`${JSON.stringify({ error: { code, message, fields } })}\n`)
  else process.stderr.write(`${message}\n`)
}
