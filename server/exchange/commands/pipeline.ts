import type { Actor } from '../../identity/policy.ts'
import type { Transaction } from '../../transact.ts'
import type { RunScope } from '../queries/facts.ts'
import { type HeaderOverride, mapTable } from '../rules/headers.ts'
import type { Existing, ImportClock, ImportKind, Judgement, Sourced } from '../rules/kinds/kind.ts'
import type { DocumentReport, RowOutcome } from '../rules/outcome.ts'
import type { RowCode } from '../rules/row-codes.ts'
import type { MappedTable, Table } from '../rules/table.ts'

/** What holds for a whole run. */
export type Run = RunScope & { readonly clock: ImportClock; readonly actor: Actor; readonly now: Date }

/** A file whose rows are judged, in the order of the file. */
export type Prepared = {
  /** The file is written in one transaction, because its rows lean on each other. */
  readonly isWhole: boolean
  readonly documents: DocumentReport | undefined
  /** The rows from one index up to, not including, another; to be asked for from the first to the last. */
  slice(from: number, to: number): Slice
  /** What can only be done once all records are written. */
  finish(tx: Transaction): Promise<void>
  /** NIP or unit code that the natural key of a row names; null when it names neither. */
  subjectOf(key: string): string | null
  /** Places of the cells of refused rows that may be kept beside the one that is wrong; null where all may be. */
  readonly kept: readonly number[] | null
}

export type Slice = {
  readonly outcomes: readonly RowOutcome[]
  /** How many records there are to write. */
  readonly records: number
  write(tx: Transaction): Promise<void>
  /** Warnings about the record that begins on a line as a whole, beside those of its rows. */
  warningsOf(line: number): readonly RowCode[]
}

export type Pipeline = {
  /** `read` gives its function one view of the database; the judgement itself takes no connection. */
  prepare(read: Read, table: Table, mapping: Readonly<Record<string, string | null>>, run: Run): Promise<Prepared>
}

type Read = <T>(facts: (tx: Transaction) => Promise<T>) => Promise<T>

type Spec<Key extends string, Facts extends { readonly existing: Existing }, Rec extends Sourced> = {
  readonly kind: ImportKind<string, Key, Facts, Rec>
  facts(tx: Transaction, table: MappedTable<Key>, run: Run): Promise<NoInfer<Facts>>
  write(tx: Transaction, records: readonly NoInfer<Rec>[], run: Run & { readonly importRunId: string }): Promise<unknown>
  finish?(tx: Transaction, records: readonly NoInfer<Rec>[], run: Run): Promise<unknown>
  subjectOf(key: string): string | null
  warningsOf?(record: NoInfer<Rec>): readonly RowCode[]
  /** `ROWS`: each row is judged by itself and its key, so that only a slice of a large file is in memory; `WHOLE`: written at once. */
  readonly grain?: 'ROWS' | 'WHOLE'
  /** The only columns whose cells are kept of a refused row, where a file holds what nobody may be named by. */
  readonly keeps?: readonly Key[]
}

/** Facts of a kind, loaded in a few statements, its judgement, and the writers of the area that owns the rows. */
export function pipeline<Key extends string, Facts extends { readonly existing: Existing }, Rec extends Sourced>(
  spec: Spec<Key, Facts, Rec>,
): Pipeline {
  const { kind, grain } = spec
  return {
    async prepare(read, table, mapping, run) {
      const mapped = mapTable(kind, table, mapping as HeaderOverride<Key>)
      const facts = await read((tx) => spec.facts(tx, mapped, run))
      const whole = grain === 'ROWS' ? null : kind.judge(mapped, facts, run.clock)
      const judge = whole ? (from: number, to: number) => cut(whole, from, to) : sliceJudge(kind, mapped, facts, run.clock)
      return {
        isWhole: grain === 'WHOLE',
        documents: whole?.documents,
        slice(from, to) {
          const { outcomes, records } = judge(from, to)
          return {
            outcomes,
            records: records.length,
            async write(tx) {
              if (records.length > 0) await spec.write(tx, records, { ...run, importRunId: run.runId })
            },
            warningsOf(line) {
              const record = spec.warningsOf && records.find((one) => one.line === line)
              return record ? (spec.warningsOf?.(record) ?? []) : []
            },
          }
        },
        async finish(tx) {
          await spec.finish?.(tx, whole?.records ?? [], run)
        },
        subjectOf: spec.subjectOf,
        kept: spec.keeps ? spec.keeps.map((key) => mapped.columns[key]) : null,
      }
    },
  }
}

type Part<Rec> = Pick<Judgement<Rec>, 'outcomes' | 'records'>

/** Outcomes of some rows, with the records that begin on their lines. */
function cut<Rec extends Sourced>({ outcomes, records }: Judgement<Rec>, from: number, to: number): Part<Rec> {
  const lineAt = (index: number) => outcomes[index]?.line ?? Number.POSITIVE_INFINITY
  const [first, end] = [firstFrom(records, lineAt(from)), firstFrom(records, lineAt(to))]
  return { outcomes: outcomes.slice(from, to), records: records.slice(first, end) }
}

/** Index of the first record that begins on this line or later. */
function firstFrom(records: readonly Sourced[], line: number): number {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((records[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

/** Judges slice by slice: to each, the records of the earlier ones are stored already, which comes to the same. */
function sliceJudge<Key extends string, Facts extends { readonly existing: Existing }, Rec extends Sourced>(
  kind: ImportKind<string, Key, Facts, Rec>,
  table: MappedTable<Key>,
  facts: Facts,
  clock: ImportClock,
): (from: number, to: number) => Part<Rec> {
  const existing = new Map(facts.existing)
  return (from, to) => {
    const judged = kind.judge({ ...table, rows: table.rows.slice(from, to) }, { ...facts, existing }, clock)
    for (const { key, sourceHash } of judged.records) existing.set(key, sourceHash)
    return judged
  }
}
