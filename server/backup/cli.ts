import type { Contents } from '../backup.ts'
import type { Register, Runtime } from '../runtime.ts'

type Options = { readonly json?: boolean }

export const register: Register = (program, runtime) => {
  const backup = program
    .command('backup')
    .description('write everything in the database into a file, as it is at one moment; the server may go on running')
    .argument('<file>', 'a file that does not exist yet, such as tera-2026-11-24.backup; it holds personal data in the clear')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: Options) => {
      const { backUp } = await import('../backup.ts')
      report(runtime, options, `Wrote ${file}`, await withServer(runtime, (url) => backUp(url, file, new Date())))
    })

  backup
    .command('verify')
    .description('read a backup to its end and check each checksum, without a database')
    .argument('<file>', 'the backup')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: Options) => {
      const { readBackup } = await import('./file.ts')
      report(runtime, options, `${file} is whole`, await readBackup(file))
    })

  program
    .command('restore')
    .description('fill an empty database from a backup, and prove that every table is what it was')
    .argument('<file>', 'the backup')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: Options) => {
      const { restore } = await import('../backup.ts')
      report(runtime, options, `Restored ${file}`, await withServer(runtime, (url) => restore(url, file)))
    })
}

async function withServer<T>(runtime: Runtime, run: (url: string) => Promise<T>): Promise<T> {
  const { openServer } = await import('../storage.ts')
  const server = await openServer(await runtime.env())
  try {
    return await run(server.url)
  } finally {
    await server.release()
  }
}

function report(runtime: Runtime, options: Options, done: string, { head, tables, end }: Contents): void {
  const rows = [...tables.values()].reduce((total, sum) => total + sum.rows, 0)
  const { events, isIntact, head: hash } = end.audit
  const value = {
    at: head.at,
    migration: head.migrations.at(-1) ?? null,
    rows,
    audit: end.audit,
    tables: Object.fromEntries(tables),
  }
  runtime.print(options, value, [
    `${done}: ${rows} rows in ${tables.size} tables, as of ${head.at}.`,
    isIntact ? `Audit trail: ${events} entries, all in order. Head: ${hash}` : `Audit trail: broken after entry ${events}.`,
  ])
}
