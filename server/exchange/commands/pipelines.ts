import { writePlans } from '../../appraisals/commands/write-plans.ts'
import { writeRatings } from '../../appraisals/commands/write-ratings.ts'
import { writeRealisations } from '../../appraisals/commands/write-realisations.ts'
import type { Actor } from '../../identity/policy.ts'
import { adoptCatalogue } from '../../indicators/commands/adopt-catalogue.ts'
import { findStructuralIssues } from '../../organization/commands/structural-issues.ts'
import { linkSuperiors, writeEmployees } from '../../organization/commands/write-employees.ts'
import { writePositions, writeRanks, writeTrainings } from '../../organization/commands/write-histories.ts'
import { writeUnits } from '../../organization/commands/write-units.ts'
import type { Transaction } from '../../transact.ts'
import {
  nipsIn,
  type RunScope,
  storedEmployees,
  storedHistory,
  storedIndicators,
  storedPlans,
  storedRatings,
  storedUnits,
} from '../queries/facts.ts'
import { activeIndicators, plannedSeries, storedRealisations } from '../queries/measurement-facts.ts'
import { readCode } from '../rules/cells.ts'
import { type HeaderOverride, mapTable } from '../rules/headers.ts'
import type { ImportClock, ImportKind, Sourced } from '../rules/kinds/kind.ts'
import { type ImportKindName, importKinds } from '../rules/kinds.ts'
import type { DocumentReport, RowOutcome } from '../rules/outcome.ts'
import type { RowCode } from '../rules/row-codes.ts'
import { cellAt, type MappedTable, type Table } from '../rules/table.ts'

/** What holds for a whole run. */
export type Run = RunScope & { readonly clock: ImportClock; readonly actor: Actor; readonly now: Date }

/** A file after its judgement: what is to be written, in the order of the file. */
export type Prepared = {
  readonly outcomes: readonly RowOutcome[]
  readonly documents: DocumentReport | undefined
  /** The file is written in one transaction, because its rows lean on each other. */
  readonly isWhole: boolean
  /** Line of each record. */
  readonly lines: readonly number[]
  /** Writes the records from one index up to, not including, another. */
  write(tx: Transaction, from: number, to: number): Promise<void>
  /** What can only be done once all records are written. */
  finish(tx: Transaction): Promise<void>
  /** NIP or unit code that the natural key of a row names; null when it names neither. */
  subjectOf(key: string): string | null
  /** Warnings about a record as a whole, beside those of its rows. */
  warningsOf(index: number): readonly RowCode[]
}

export type Pipeline = {
  /** `read` gives its function one view of the database; the judgement itself takes no connection. */
  prepare(read: Read, table: Table, mapping: Readonly<Record<string, string | null>>, run: Run): Promise<Prepared>
}

type Read = <T>(facts: (tx: Transaction) => Promise<T>) => Promise<T>

type Spec<Key extends string, Facts, Rec extends Sourced> = {
  readonly kind: ImportKind<string, Key, Facts, Rec>
  facts(tx: Transaction, table: MappedTable<Key>, run: Run): Promise<Facts>
  write(tx: Transaction, records: readonly NoInfer<Rec>[], run: Run & { readonly importRunId: string }): Promise<unknown>
  finish?(tx: Transaction, records: readonly NoInfer<Rec>[], run: Run): Promise<unknown>
  subjectOf(key: string): string | null
  warningsOf?(record: NoInfer<Rec>): readonly RowCode[]
  readonly isWhole?: boolean
}

/** Facts of a kind, loaded in a few statements, its judgement, and the writers of the area that owns the rows. */
function pipeline<Key extends string, Facts, Rec extends Sourced>(spec: Spec<Key, Facts, Rec>): Pipeline {
  return {
    async prepare(read, table, mapping, run) {
      const mapped = mapTable(spec.kind, table, mapping as HeaderOverride<Key>)
      const facts = await read((tx) => spec.facts(tx, mapped, run))
      const { outcomes, records, documents } = spec.kind.judge(mapped, facts, run.clock)
      return {
        outcomes,
        documents,
        isWhole: spec.isWhole ?? false,
        lines: records.map(({ line }) => line),
        async write(chunk, from, to) {
          if (from < to) await spec.write(chunk, records.slice(from, to), { ...run, importRunId: run.runId })
        },
        async finish(end) {
          await spec.finish?.(end, records, run)
        },
        subjectOf: spec.subjectOf,
        warningsOf(index) {
          const record = records[index]
          return record ? (spec.warningsOf?.(record) ?? []) : []
        },
      }
    },
  }
}

/** Natural keys are parts joined by bars; which part names the subject is a matter of the kind. */
const partOfKey = (index: number) => (key: string) => key.split('|').at(index) ?? null

/** Superiors that are linked by one statement. */
const linksAtOnce = 2_000

/** The structure changed: the data-quality inbox follows. */
async function lookThrough(tx: Transaction, { clock, now }: Run): Promise<void> {
  await findStructuralIssues(tx, new Date(`${clock.today}T00:00:00Z`), now)
}

export const pipelines: Readonly<Record<ImportKindName, Pipeline>> = {
  unit: pipeline({
    kind: importKinds.unit,
    facts: async (tx, _table, run) => {
      const units = await storedUnits(tx, run)
      return { units, existing: units }
    },
    // A list of units tells no dates: as it stands it holds for the whole performance year.
    write: (tx, records, { importRunId, year }) => writeUnits(tx, records, { importRunId, validFrom: `${year}-01-01` }),
    subjectOf: partOfKey(0),
    isWhole: true,
  }),

  pegawai: pipeline({
    kind: importKinds.pegawai,
    facts: async (tx, _table, run) => {
      const [units, employees] = [await storedUnits(tx, run), await storedEmployees(tx, run)]
      return { units, employees, existing: new Map([...employees].map(([nip, { hash }]) => [nip, hash])) }
    },
    write: writeEmployees,
    finish: async (tx, records, run) => {
      const { today } = run.clock
      // A reporting line begins with the position, or with the import where the list gives no day or one that is still to come.
      const links = records.flatMap(({ nip, superiorNip, positionFrom }) =>
        superiorNip === null
          ? []
          : [{ nip, superiorNip, validFrom: positionFrom !== null && positionFrom < today ? positionFrom : today }],
      )
      for (let from = 0; from < links.length; from += linksAtOnce) await linkSuperiors(tx, links.slice(from, from + linksAtOnce))
      await lookThrough(tx, run)
    },
    subjectOf: partOfKey(0),
  }),

  'riwayat-jabatan': pipeline({
    kind: importKinds['riwayat-jabatan'],
    facts: async (tx, table, run) => ({
      employees: await storedEmployees(tx, run),
      existing: await storedHistory(tx, run, 'position_record', nipsIn(table, 'nip')),
    }),
    write: writePositions,
    finish: (tx, _records, run) => lookThrough(tx, run),
    subjectOf: partOfKey(0),
  }),

  'riwayat-golongan': pipeline({
    kind: importKinds['riwayat-golongan'],
    facts: async (tx, table, run) => ({
      employees: await storedEmployees(tx, run),
      existing: await storedHistory(tx, run, 'rank_record', nipsIn(table, 'nip')),
    }),
    write: writeRanks,
    subjectOf: partOfKey(0),
  }),

  'riwayat-diklat': pipeline({
    kind: importKinds['riwayat-diklat'],
    facts: async (tx, table, run) => ({
      employees: await storedEmployees(tx, run),
      existing: await storedHistory(tx, run, 'training_record', nipsIn(table, 'nip')),
    }),
    write: writeTrainings,
    subjectOf: partOfKey(0),
  }),

  indikator: pipeline({
    kind: importKinds.indikator,
    facts: async (tx, _table, run) => {
      const indicators = await storedIndicators(tx, run)
      return { indicators, existing: indicators }
    },
    write: adoptCatalogue,
    subjectOf: () => null,
    isWhole: true,
  }),

  skp: pipeline({
    kind: importKinds.skp,
    facts: async (tx, table, run) => ({
      units: await storedUnits(tx, run),
      employees: await storedEmployees(tx, run),
      indicators: await activeIndicators(tx),
      existing: await storedPlans(tx, run, nipsIn(table, 'nip')),
    }),
    write: writePlans,
    subjectOf: partOfKey(1),
    warningsOf: ({ warnings }) => warnings,
  }),

  realisasi: pipeline({
    kind: importKinds.realisasi,
    facts: async (tx, table, run) => {
      const codes = table.rows.map((row) => readCode(cellAt(row, table.columns.subject)))
      const subjects = [...new Set([...nipsIn(table, 'subject'), ...codes])]
      return {
        units: await storedUnits(tx, run),
        employees: await storedEmployees(tx, run),
        indicators: await activeIndicators(tx),
        planned: await plannedSeries(tx, run, subjects),
        existing: await storedRealisations(tx, run, subjects),
      }
    },
    write: writeRealisations,
    subjectOf: partOfKey(-2),
  }),

  'perilaku-360': pipeline({
    kind: importKinds['perilaku-360'],
    facts: async (tx, table, run) => ({
      employees: await storedEmployees(tx, run),
      existing: await storedRatings(tx, run, nipsIn(table, 'ratee')),
    }),
    write: writeRatings,
    subjectOf: partOfKey(1),
  }),
}
