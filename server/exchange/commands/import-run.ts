import { z } from 'zod'
import type { Database } from '../../db.ts'
import { DomainError } from '../../errors.ts'
import type { ImportRun, Prisma } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { say } from '../../language.ts'
import { found } from '../../list.ts'
import { writeIssues } from '../../organization/commands/write-issues.ts'
import { dayText } from '../../organization/rules/days.ts'
import { type Caller, command, execute, readAtOnce } from '../../transact.ts'
import { atWork, mayWriteChunk } from '../policy.ts'
import { whileAlone } from '../queries/locks.ts'
import { readTable } from '../readers.ts'
import { isImportKind } from '../rules/kinds.ts'
import { addReports, type ImportReport, summarise } from '../rules/outcome.ts'
import type { Table, TableRow } from '../rules/table.ts'
import { fileBytes } from './files.ts'
import { issuesOf, writeRows } from './outcomes.ts'
import type { Prepared, Run, Slice } from './pipeline.ts'
import { pipelines } from './pipelines.ts'
import { failRun, lockedRun, mappingOf } from './runs.ts'

const rowsAtOnce = 2_000
/** Longest time of one transaction; the usual one takes some 50 ms. */
const patienceMs = 120_000

export type RunOptions = {
  /** The file as it was just read; without it the kept file is read. */
  readonly table?: Table
  readonly onProgress?: (committedRows: number, totalRows: number) => void
}

/**
 * Reads a file in: judges all of it, then writes it chunk by chunk. Each chunk commits its records, the outcomes of its rows, the warnings
 * for the inbox, the progress and one audit row together, so that a run that was killed goes on after the last committed chunk and each
 * row counts once. A dry run commits nothing but the outcomes. What goes wrong is recorded on the run, and thrown.
 *
 * CONFLICT: a file of this kind is being read in already.
 */
export async function runImport(
  database: Database,
  runId: string,
  caller: Caller,
  options: RunOptions = {},
): Promise<ImportReport> {
  const { kind, isDryRun } = await storedRun(database, runId)
  if (isDryRun) return carryOut(database, runId, caller, options)
  const alone = await whileAlone(database, kind, () => carryOut(database, runId, caller, options))
  if (!alone) throw new DomainError(atWork.code, atWork.reason)
  return alone.result
}

async function carryOut(database: Database, runId: string, caller: Caller, options: RunOptions): Promise<ImportReport> {
  const stored = await storedRun(database, runId)
  if (stored.state === 'FINISHED') return reportOf(stored)
  try {
    const table = options.table ?? (await readTable(await fileBytes(database, stored.fileId ?? '')))
    const job = await prepare(database, stored, table, caller)
    const total = table.rows.length
    const size = job.prepared.isWhole ? total : rowsAtOnce
    const done = stored.committedRows
    if (done > 0) job.prepared.slice(0, done)
    for (let from = done; from < total; from += size) {
      const to = Math.min(from + size, total)
      await execute(database, chunkOf(job, from, job.prepared.slice(from, to)), { runId }, caller)
      release(table, from, to)
      options.onProgress?.(to, total)
    }
    return reportOf(await execute(database, finishOf(job), { runId }, caller))
  } catch (error) {
    const failure = error instanceof DomainError ? `${error.code}: ${say(error.sentence, 'id')}` : 'INTERNAL: Galat tak terduga.'
    await execute(database, failRun, { id: runId, failure: failure.slice(0, 2_000) }, caller).catch((second: unknown) => {
      process.emitWarning(`The failure of import ${runId} could not be recorded: ${String(second)}`)
    })
    throw error
  }
}

const written: TableRow = { line: 0, cells: [] }

/** Rows that were written are needed no more: the memory of a large file is given back on the way. */
function release({ rows }: Table, from: number, to: number): void {
  ;(rows as TableRow[]).fill(written, from, to)
}

async function storedRun({ prisma }: Database, id: string): Promise<ImportRun> {
  return found(await prisma.importRun.findUnique({ where: { id } }))
}

/** A run with its file judged. */
type Job = {
  readonly run: Run
  readonly isDryRun: boolean
  readonly kind: string
  readonly table: Table
  readonly prepared: Prepared
}

async function prepare(database: Database, stored: ImportRun, table: Table, { actor, now }: Caller): Promise<Job> {
  const { id: runId, kind, year, clockAt, isDryRun } = stored
  if (!isImportKind(kind))
    throw new DomainError('INVALID_INPUT', { id: `Jenis ${kind} tidak dikenal.`, en: `There is no kind ${kind}.` })
  const run: Run = { runId, year, clock: { today: dayText(civilDate(clockAt)), year }, actor, now }
  const prepared = await pipelines[kind].prepare(
    (facts) => readAtOnce(database, patienceMs, facts),
    table,
    mappingOf(stored),
    run,
  )
  return { run, isDryRun, kind, table, prepared }
}

const runInput = z.strictObject({ runId: z.uuid() })

function chunkOf({ run, isDryRun, kind, table, prepared }: Job, from: number, slice: Slice) {
  const to = from + slice.outcomes.length
  const rows = table.rows.slice(from, to)
  return command({
    input: runInput,
    load: (tx, { runId }) => lockedRun(tx, runId),
    allow: (actor, subject) => mayWriteChunk(actor, subject, from),
    run: async ({ tx, subject, now }) => {
      if (!isDryRun) {
        await slice.write(tx)
        await writeIssues(tx, issuesOf(kind, slice, rows, prepared.subjectOf), { importRunId: run.runId, now })
      }
      await writeRows(tx, run.runId, slice.outcomes, rows, prepared.kept && { kept: prepared.kept, headers: table.headers })
      const part = summarise(slice.outcomes, from === 0 ? table : { ignoredBlankLines: 0, ignoredTotals: 0 })
      const report = from === 0 ? part : addReports(reportOf(subject), part)
      const writtenRecords = subject.writtenRecords + (isDryRun ? 0 : slice.records)
      await tx.importRun.update({
        where: { id: run.runId },
        data: {
          ...{ state: 'RUNNING', totalRows: table.rows.length, committedRows: to, writtenRecords },
          report: report as unknown as Prisma.InputJsonObject,
        },
        select: { id: true },
      })
      return {
        result: undefined,
        entity: { type: 'ImportRun', id: run.runId },
        changes: { committedRows: [from, to], writtenRecords: [subject.writtenRecords, writtenRecords] },
      }
    },
    audit: 'import.chunkWritten',
    timeoutMs: patienceMs,
  })
}

function finishOf({ run, isDryRun, table, prepared: { finish, documents } }: Job) {
  return command({
    input: runInput,
    load: (tx, { runId }) => lockedRun(tx, runId),
    allow: (actor, subject) => mayWriteChunk(actor, subject, table.rows.length),
    run: async ({ tx, subject, now }) => {
      if (!isDryRun) await finish(tx)
      const counted = table.rows.length === 0 ? summarise([], table) : reportOf(subject)
      const report = { ...counted, ...(documents && { documents }) }
      const result = await tx.importRun.update({
        where: { id: run.runId },
        data: { state: 'FINISHED', finishedAt: now, report: report as unknown as Prisma.InputJsonObject },
      })
      // A dry run is followed by the real one, which needs the file; whatever was read in is stored.
      if (!isDryRun && subject.fileId !== null) await tx.importFile.deleteMany({ where: { id: subject.fileId } })
      const { accepted, skipped, rejected } = report
      return {
        result,
        entity: { type: 'ImportRun', id: run.runId },
        changes: { accepted: [0, accepted], skipped: [0, skipped], rejected: [0, rejected] },
      }
    },
    audit: 'import.finished',
    timeoutMs: patienceMs,
  })
}

/** Counts so far, or at the end. */
export function reportOf({ report }: Pick<ImportRun, 'report'>): ImportReport {
  return report as unknown as ImportReport
}
