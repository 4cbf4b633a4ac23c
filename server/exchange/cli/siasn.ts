import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, InvalidArgumentError } from 'commander'
import type { Database } from '../../db.ts'
import type { Runtime } from '../../runtime.ts'

type SiasnOptions = { period: string; out?: string; handOver?: boolean }

/** `tera export siasn`: the final results of a period for the national system. */
export function registerSiasn(program: Command, runtime: Runtime): void {
  const group =
    program.commands.find((command) => command.name() === 'export') ?? program.command('export').description('write data out')
  group
    .command('siasn')
    .description('final results of a period as CSV with the codes of SIASN; a year for skp22, a quarter for kinerjaperiodik')
    .requiredOption('--period <key>', 'the year or quarter, such as 2025 or 2025-TW1')
    .option('--out <file>', 'file to write; standard output when left out')
    .option('--hand-over', 'mark the results as exported (TEREKSPOR) once they are written')
    .action(async ({ period, out, handOver = false }: SiasnOptions) => {
      await runtime.withDatabase(async (database) => {
        const handed: string[] = []
        const lines = await siasnLines(database, period, handed)
        await pipeline(Readable.from(lines), out === undefined ? process.stdout : createWriteStream(out), {
          end: out !== undefined,
        })
        if (handOver) await handOverAll(database, handed)
      })
    })
}

/** Lines of the file; ids of results that were not handed over before are added to `handed`. */
async function siasnLines(database: Database, periodKey: string, handed: string[]): Promise<AsyncGenerator<string>> {
  const [{ siasnPages }, { toExchangeCsv }, { siasnHead, siasnRow }] = await Promise.all([
    import('../../appraisals/queries/siasn.ts'),
    import('../rules/guard.ts'),
    import('../rules/siasn-csv.ts'),
  ])
  const period = await database.prisma.period.findUnique({ where: { key: periodKey }, select: { kind: true } })
  if (!period) throw new InvalidArgumentError(`There is no period ${periodKey}.`)
  const { kind } = period
  return (async function* () {
    yield toExchangeCsv(siasnHead(kind === 'ANNUAL' ? 'skp22' : 'kinerjaperiodik'))
    for await (const { records, newIds } of siasnPages(database.prisma, periodKey)) {
      handed.push(...newIds)
      yield toExchangeCsv(records.map(siasnRow))
    }
  })()
}

async function handOverAll(database: Database, ids: readonly string[]): Promise<void> {
  const [{ exportAppraisals }, { mostAtOnce }, { execute }, { systemActor }] = await Promise.all([
    import('../../appraisals/commands/export-results.ts'),
    import('../../appraisals/commands/selection.ts'),
    import('../../transact.ts'),
    import('../../identity/policy.ts'),
  ])
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const page = ids.slice(from, from + mostAtOnce)
    await execute(database, exportAppraisals, { ids: page }, { actor: systemActor('tera export siasn'), now: new Date() })
  }
}
