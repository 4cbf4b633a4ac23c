import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import type { Runtime } from '../../runtime.ts'

type ExportOptions = { format: 'csv' | 'xlsx'; out?: string; filter?: string }

/** A subcommand of `tera export` for each list of the console. */
export function registerExports(program: Command, runtime: Runtime): void {
  const group =
    program.commands.find((command) => command.name() === 'export') ?? program.command('export').description('write data out')
  for (const name of listNames) {
    group
      .command(name)
      .description(`the list of ${name.replace('-', ' ')}, whole`)
      .addOption(new Option('--format <format>', 'csv or xlsx').choices(['csv', 'xlsx']).default('csv'))
      .option('--filter <json>', 'the filter of the list, as over GraphQL')
      .option('--out <file>', 'file to write; standard output when left out')
      .action((options: ExportOptions) => writeList(runtime, name, options))
  }
}

/** Known without loading the lists, which come with Prisma; a test compares. */
export const listNames = [
  'employees',
  'units',
  'appraisals',
  'indicators',
  'periods',
  'data-issues',
  'imports',
  'users',
  'audit-events',
] as const

async function writeList(
  runtime: Runtime,
  name: (typeof listNames)[number],
  { format, out, filter }: ExportOptions,
): Promise<void> {
  await runtime.withDatabase(async (database) => {
    const [{ allExportLists }, { schema }, { exportFile }, { readFilter }, { systemActor }] = await Promise.all([
      import('../../export-lists.ts'),
      import('../../schema.ts'),
      import('../queries/export-file.ts'),
      import('../queries/filters.ts'),
      import('../../identity/policy.ts'),
    ])
    const list = allExportLists[name]
    if (!list) throw new RangeError(`There is no list ${name}.`)
    const asker = { db: database.prisma, actor: systemActor('tera export'), language: 'id', now: new Date() } as const
    const file = exportFile(list, asker, readFilter(schema, list.filterType, filter ?? null), format)
    await pipeline(file, out === undefined ? process.stdout : createWriteStream(out), { end: out !== undefined })
  })
}
