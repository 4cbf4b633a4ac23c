import type { RowCode } from './row-codes.ts'
import type { Table } from './table.ts'

export type OutcomeKind = 'ACCEPTED' | 'ACCEPTED_WITH_WARNING' | 'SKIPPED' | 'REJECTED'

/** What happened to one record of a file. */
export interface RowOutcome {
  readonly line: number
  outcome: OutcomeKind
  /** Why it was rejected; several only for a NIP (F16 reports all its codes). */
  codes: readonly RowCode[]
  /** Header of the column that the first code is about. */
  column: string | null
  warnings: readonly RowCode[]
  /** Natural key of the row, empty where a rejected row has none. */
  key: string
}

/** Counts of plans, for `skp` alone: a plan is accepted or rejected as a whole. */
export interface DocumentReport {
  total: number
  accepted: number
  rejected: number
  rejectedByCode: Record<string, number>
  warningsByCode: Record<string, number>
  acceptedWithWeightSum99_99: number
}

/** rows = accepted + skipped + rejected; accepted = acceptedClean + acceptedWithWarning. A row with several codes counts under each. */
export interface ImportReport {
  rows: number
  accepted: number
  acceptedClean: number
  acceptedWithWarning: number
  skipped: number
  rejected: number
  ignoredBlankLines: number
  ignoredTotals: number
  rejectedByCode: Partial<Record<RowCode, number>>
  warningsByCode: Partial<Record<RowCode, number>>
  documents?: DocumentReport
}

const none: readonly RowCode[] = []

/** A record that nothing speaks against so far. */
export function accepted(line: number, key = ''): RowOutcome {
  return { line, outcome: 'ACCEPTED', codes: none, column: null, warnings: none, key }
}

export function reject(row: RowOutcome, codes: readonly RowCode[], column: string | null = null): void {
  row.outcome = 'REJECTED'
  row.codes = codes
  row.column = column
  row.warnings = none
}

export function skip(row: RowOutcome): void {
  row.outcome = 'SKIPPED'
  row.warnings = none
}

/** Adds a warning to an accepted row, once. */
export function warn(row: RowOutcome, code: RowCode): void {
  if (row.warnings.includes(code)) return
  row.outcome = 'ACCEPTED_WITH_WARNING'
  row.warnings = [...row.warnings, code]
}

export function isAccepted(row: Pick<RowOutcome, 'outcome'>): boolean {
  return row.outcome === 'ACCEPTED' || row.outcome === 'ACCEPTED_WITH_WARNING'
}

/** The report of two parts of one file; the plans of a file are counted for the whole of it. */
export function addReports(a: ImportReport, b: ImportReport): ImportReport {
  return {
    rows: a.rows + b.rows,
    accepted: a.accepted + b.accepted,
    acceptedClean: a.acceptedClean + b.acceptedClean,
    acceptedWithWarning: a.acceptedWithWarning + b.acceptedWithWarning,
    skipped: a.skipped + b.skipped,
    rejected: a.rejected + b.rejected,
    ignoredBlankLines: a.ignoredBlankLines + b.ignoredBlankLines,
    ignoredTotals: a.ignoredTotals + b.ignoredTotals,
    rejectedByCode: addCounts(a.rejectedByCode, b.rejectedByCode),
    warningsByCode: addCounts(a.warningsByCode, b.warningsByCode),
  }
}

function addCounts<Code extends string>(a: Partial<Record<Code, number>>, b: Partial<Record<Code, number>>) {
  const counts = { ...a }
  for (const code of Object.keys(b) as Code[]) counts[code] = (counts[code] ?? 0) + (b[code] ?? 0)
  return counts
}

/** Counts outcomes in the fields of the import report. */
export function summarise(
  outcomes: readonly RowOutcome[],
  table: Pick<Table, 'ignoredBlankLines' | 'ignoredTotals'>,
  documents?: DocumentReport,
): ImportReport {
  const of = { ACCEPTED: 0, ACCEPTED_WITH_WARNING: 0, SKIPPED: 0, REJECTED: 0 } satisfies Record<OutcomeKind, number>
  const rejectedByCode: Partial<Record<RowCode, number>> = {}
  const warningsByCode: Partial<Record<RowCode, number>> = {}
  for (const row of outcomes) {
    of[row.outcome] += 1
    for (const code of row.codes) rejectedByCode[code] = (rejectedByCode[code] ?? 0) + 1
    for (const code of row.warnings) warningsByCode[code] = (warningsByCode[code] ?? 0) + 1
  }
  return {
    rows: outcomes.length,
    accepted: of.ACCEPTED + of.ACCEPTED_WITH_WARNING,
    acceptedClean: of.ACCEPTED,
    acceptedWithWarning: of.ACCEPTED_WITH_WARNING,
    skipped: of.SKIPPED,
    rejected: of.REJECTED,
    ignoredBlankLines: table.ignoredBlankLines,
    ignoredTotals: table.ignoredTotals,
    rejectedByCode,
    warningsByCode,
    ...(documents && { documents }),
  }
}
