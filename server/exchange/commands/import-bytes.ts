import type { Database } from '../../db.ts'
import type { ImportRun } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { dayText } from '../../organization/rules/days.ts'
import { type Caller, execute } from '../../transact.ts'
import { readTable } from '../readers.ts'
import type { ImportKindName } from '../rules/kinds.ts'
import type { ImportReport } from '../rules/outcome.ts'
import { performanceYear } from '../rules/performance-year.ts'
import { fileHashOf, receiveFile } from './files.ts'
import { runImport } from './import-run.ts'
import { continueRun, startRun } from './runs.ts'

export type Sent = {
  readonly kind: ImportKindName
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly isDryRun: boolean
  /** The clock of the rules. */
  readonly clockAt: Date
  readonly year?: number | undefined
}

/**
 * Reads a file in from its bytes, from beginning to end. When a run of the same file was interrupted before, that run goes on, with its own
 * clock, so that each row counts once however often this is called.
 */
export async function importBytes(
  database: Database,
  sent: Sent,
  caller: Caller,
  onProgress?: (committedRows: number, totalRows: number) => void,
): Promise<ImportReport> {
  const table = await readTable(sent.bytes)
  const run = await takeUp(database, sent, table.headers, caller)
  return runImport(database, run.id, caller, { table, onProgress })
}

async function takeUp(database: Database, sent: Sent, headers: readonly string[], caller: Caller): Promise<ImportRun> {
  const { kind, fileName, bytes, isDryRun, clockAt, year = performanceYear(dayText(civilDate(clockAt))) } = sent
  const fileHash = fileHashOf(bytes)
  const interrupted = await database.prisma.importRun.findFirst({
    where: { kind, fileHash, year, isDryRun: false, mapping: { equals: {} }, state: { not: 'FINISHED' } },
    orderBy: { id: 'asc' },
  })
  if (interrupted && !isDryRun) return execute(database, continueRun, { id: interrupted.id }, caller)
  const known = { fileName, headers: [...headers] }
  const source = isDryRun
    ? { ...known, fileHash }
    : { fileId: (await execute(database, receiveFile, { ...known, bytes }, caller)).id }
  return execute(database, startRun, { kind, source, isDryRun, clockAt, year }, caller)
}
