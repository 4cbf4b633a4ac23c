import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { endWithParent, heapFlags, isInnerProcess, runAgain } from '../bounded-process.ts'
import { exitCodes, type Progress, type Register, type Runtime } from '../runtime.ts'
import { registerExports } from './cli/exports.ts'
import { registerSiasn } from './cli/siasn.ts'
import { type ImportKindName, importKindOf, importKinds } from './rules/kinds.ts'
import type { ImportReport } from './rules/outcome.ts'

type ImportOptions = { dryRun?: boolean; json?: boolean; now?: Date; year?: number }

/** `tera import`, and the lists of `tera export`. */
export const register: Register = (program, runtime) => {
  program
    .command('import')
    .description(`read a file in; kinds: ${Object.keys(importKinds).join(', ')}`)
    .argument('<kind>', 'kind of file; realisasi-TW1 and pegawai-variasi are understood too', readKind)
    .argument('<file>', 'CSV or XLSX')
    .option('--dry-run', 'judge every row and write nothing')
    .option('--json', 'print the report as JSON')
    .option('--now <instant>', 'the clock that is handed to the rules, such as 2025-12-31T17:00:00+07:00', readInstant)
    .option(
      '--year <year>',
      'performance year of the file; the running one when left out, until 10 January the last one',
      readYear,
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing was rejected; 1 rows were rejected (the report is printed), or the file was refused.',
    )
    .action(async (kind: ImportKindName, file: string, options: ImportOptions, command: Command) => {
      const { size } = await stat(file).catch(() =>
        command.error(`error: there is no file ${file}`, { exitCode: exitCodes.usage }),
      )
      if (!isInnerProcess()) {
        process.exitCode = await runAgain(heapFlags(size))
        return
      }
      endWithParent()
      const report = await importFile(runtime, kind, file, options)
      runtime.print(options, report, linesOf(report))
      process.exitCode = report.rejected > 0 ? exitCodes.refused : exitCodes.done
    })
  registerExports(program, runtime)
  registerSiasn(program, runtime)
}

async function importFile(
  runtime: Runtime,
  kind: ImportKindName,
  file: string,
  { dryRun = false, now, year }: ImportOptions,
): Promise<ImportReport> {
  return runtime.withDatabase(async (database) => {
    const [{ importBytes }, { systemActor }] = await Promise.all([
      import('./commands/import-bytes.ts'),
      import('../identity/policy.ts'),
    ])
    const at = new Date()
    let bar: Promise<Progress> | undefined
    const sent = { kind, fileName: basename(file), bytes: await readFile(file), isDryRun: dryRun, clockAt: now ?? at, year }
    const report = await importBytes(database, sent, { actor: systemActor('tera import'), now: at }, (done, total) => {
      bar ??= runtime.progress(basename(file), total)
      void bar.then((progress) => progress.advance(done))
    })
    ;(await bar)?.finish()
    return report
  })
}

function linesOf({
  rows,
  accepted,
  acceptedWithWarning,
  skipped,
  rejected,
  rejectedByCode,
  warningsByCode,
}: ImportReport): string[] {
  const counts = (codes: Partial<Record<string, number>>) => Object.entries(codes).map(([code, count]) => `  ${code} ${count}`)
  return [
    `${rows} rows: ${accepted} accepted (${acceptedWithWarning} with a warning), ${skipped} skipped, ${rejected} rejected.`,
    ...(rejected > 0 ? ['Rejected:', ...counts(rejectedByCode)] : []),
    ...(acceptedWithWarning > 0 ? ['Warnings:', ...counts(warningsByCode)] : []),
  ]
}

function readKind(name: string): ImportKindName {
  const kind = importKindOf(name)
  if (kind) return kind
  throw new InvalidArgumentError(`Kinds are ${Object.keys(importKinds).join(', ')}.`)
}

function readInstant(text: string): Date {
  const instant = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(instant.getTime())) return instant
  throw new InvalidArgumentError('Give an instant such as 2025-12-31T17:00:00+07:00.')
}

function readYear(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Give a year such as 2025.')
}
