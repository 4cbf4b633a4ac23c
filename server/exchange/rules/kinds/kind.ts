import { rowFingerprint } from '../fingerprint.ts'
import type { Columns } from '../headers.ts'
import { accepted, type DocumentReport, type RowOutcome, reject, skip, warn } from '../outcome.ts'
import type { RowCode } from '../row-codes.ts'
import type { MappedTable, TableRow } from '../table.ts'

/** The day that F16 calls today, and the performance year that the file is about. */
export interface ImportClock {
  /** ISO date. */
  readonly today: string
  readonly year: number
}

/** What earlier imports stored: natural key → fingerprint of the row. */
export type Existing = ReadonlyMap<string, string>

/** Anything that knows its keys, a Set or a Map. */
export interface Known {
  has(key: string): boolean
}

/** What every record carries beside its values. */
export interface Sourced {
  readonly line: number
  /** Natural key, the one of `Existing`. */
  readonly key: string
  readonly sourceHash: string
}

export interface Judgement<Rec> {
  /** One for each record of the file, in the order of the file. */
  readonly outcomes: RowOutcome[]
  /** What is to be written: accepted and not yet stored. */
  readonly records: Rec[]
  readonly documents?: DocumentReport
}

/** One kind of file: its columns, and the judgement of its rows against facts that the caller has loaded. Pure. */
export interface ImportKind<Name extends string, Key extends string, Facts, Rec> {
  readonly name: Name
  readonly columns: Columns<Key>
  judge(table: MappedTable<Key>, facts: Facts, clock: ImportClock): Judgement<Rec>
}

export interface Refusal {
  readonly codes: readonly RowCode[]
  /** Header of the column that is wrong. */
  readonly column: string | null
}

export interface Candidate<Rec> {
  readonly record: Rec
  readonly warnings: readonly RowCode[]
}

export type Verdict<Rec> = Refusal | Candidate<Rec>

export function refuse(code: RowCode, column: string | null = null): Refusal {
  return { codes: [code], column }
}

export function isRefusal<Rec>(verdict: Verdict<Rec>): verdict is Refusal {
  return 'codes' in verdict
}

export interface JudgedRows<Rec> {
  readonly outcomes: RowOutcome[]
  readonly records: Rec[]
  /** The outcome of each record, at the same index. */
  readonly owners: RowOutcome[]
  /** Records that earlier imports stored already: they still count as neighbours of new ones. */
  readonly stored: Rec[]
}

/**
 * Judges row after row: the number of cells, then the checks of the kind, then the key. An identical row under the same key is SKIPPED, another one
 * is DUPLICATE_CONFLICT: the first accepted row wins, be it in this file or in an earlier one. A rejected row does not reserve its key.
 */
export function judgeRows<Key extends string, Rec extends Sourced>(
  table: MappedTable<Key>,
  existing: Existing,
  examine: (row: TableRow) => Verdict<Rec>,
): JudgedRows<Rec> {
  const outcomes: RowOutcome[] = []
  const records: Rec[] = []
  const owners: RowOutcome[] = []
  const stored: Rec[] = []
  const claimed = new Map<string, string>()
  for (const row of table.rows) {
    const outcome = accepted(row.line)
    outcomes.push(outcome)
    const verdict = row.cells.length === table.width ? examine(row) : refuse('COLUMN_COUNT')
    if (isRefusal(verdict)) {
      reject(outcome, verdict.codes, verdict.column)
      continue
    }
    const { record, warnings } = verdict
    outcome.key = record.key
    const inFile = claimed.get(record.key)
    const earlier = inFile ?? existing.get(record.key)
    if (earlier === undefined) {
      claimed.set(record.key, record.sourceHash)
      records.push(record)
      owners.push(outcome)
      for (const code of warnings) warn(outcome, code)
    } else if (earlier === record.sourceHash) {
      skip(outcome)
      if (inFile === undefined) stored.push(record)
    } else {
      reject(outcome, ['DUPLICATE_CONFLICT'])
    }
  }
  return { outcomes, records, owners, stored }
}

/** A function that fingerprints the cells of a row which the kind reads. */
export function rowHasher<Key extends string>(columns: Columns<Key>, table: MappedTable<Key>): (row: TableRow) => string {
  const indexes = (Object.keys(columns) as Key[]).map((key) => table.columns[key])
  return (row) => rowFingerprint(row, indexes)
}
