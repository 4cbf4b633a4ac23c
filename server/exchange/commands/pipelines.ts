import { writePlans } from '../../appraisals/commands/write-plans.ts'
import { writeRatings } from '../../appraisals/commands/write-ratings.ts'
import { writeRealisations } from '../../appraisals/commands/write-realisations.ts'
import { writeComplaints } from '../../complaints/commands/write-complaints.ts'
import { adoptDesigns } from '../../evaluations/commands/adopt-designs.ts'
import type { Actor } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { writeCrashes, writeOutcomes } from '../../impact/commands/write-outcomes.ts'
import { adoptCatalogue } from '../../indicators/commands/adopt-catalogue.ts'
import { findStructuralIssues } from '../../organization/commands/structural-issues.ts'
import { linkSuperiors, writeEmployees } from '../../organization/commands/write-employees.ts'
import { writePositions, writeRanks, writeTrainings } from '../../organization/commands/write-histories.ts'
import { writeUnits } from '../../organization/commands/write-units.ts'
import { refreshJpOfAll } from '../../pembinaan/commands/refresh-jp.ts'
import { writeParticipants, writeProgrammes } from '../../pembinaan/commands/write-programmes.ts'
import { writeLegacyResults } from '../../recognition/commands/write-legacy.ts'
import { writePaperAnswers } from '../../surveys/commands/paper.ts'
import type { Transaction } from '../../transact.ts'
import {
  nipsIn,
  type RunScope,
  storedComplaints,
  storedEmployees,
  storedHistory,
  storedIndicators,
  storedPlans,
  storedRatings,
  storedUnits,
} from '../queries/facts.ts'
import { activeIndicators, plannedSeries, storedRealisations } from '../queries/measurement-facts.ts'
import { storedCrashes, storedOutcomes } from '../queries/outcome-facts.ts'
import { storedCertificates, storedParticipants, storedProgrammes } from '../queries/programme-facts.ts'
import { unitsWithSurveys, usedTickets } from '../queries/survey-facts.ts'
import { readCode, readText } from '../rules/cells.ts'
import { type HeaderOverride, mapTable } from '../rules/headers.ts'
import type { Existing, ImportClock, ImportKind, Judgement, Sourced } from '../rules/kinds/kind.ts'
import { keptOfSurveyRows } from '../rules/kinds/skm-respon.ts'
import { type ImportKindName, importKinds } from '../rules/kinds.ts'
import type { DocumentReport, RowOutcome } from '../rules/outcome.ts'
import type { RowCode } from '../rules/row-codes.ts'
import { cellAt, type MappedTable, type Table } from '../rules/table.ts'

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
function pipeline<Key extends string, Facts extends { readonly existing: Existing }, Rec extends Sourced>(
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
    grain: 'WHOLE',
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

  'riwayat-skp-lama': pipeline({
    kind: importKinds['riwayat-skp-lama'],
    facts: async (tx, table, run) => ({
      employees: await storedEmployees(tx, run),
      existing: await storedHistory(tx, run, 'legacy_result', nipsIn(table, 'nip')),
    }),
    write: writeLegacyResults,
    subjectOf: partOfKey(0),
    grain: 'ROWS',
  }),

  indikator: pipeline({
    kind: importKinds.indikator,
    facts: async (tx, _table, run) => {
      const indicators = await storedIndicators(tx, run)
      return { indicators, existing: indicators }
    },
    write: adoptCatalogue,
    subjectOf: () => null,
    grain: 'WHOLE',
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
    grain: 'ROWS',
  }),

  'perilaku-360': pipeline({
    kind: importKinds['perilaku-360'],
    facts: async (tx, table, run) => ({
      employees: await storedEmployees(tx, run),
      existing: await storedRatings(tx, run, nipsIn(table, 'ratee')),
    }),
    write: writeRatings,
    subjectOf: partOfKey(1),
    grain: 'ROWS',
  }),

  'program-pembinaan': pipeline({
    kind: importKinds['program-pembinaan'],
    facts: async (tx, _table, run) => ({
      units: await storedUnits(tx, run),
      indicators: await storedIndicators(tx, run),
      existing: await storedProgrammes(tx, run),
    }),
    write: writeProgrammes,
    // Designs that the file declares are registered as what they are: chosen before Tera.
    finish: async (tx, _records, { runId, clock, now }) =>
      adoptDesigns(tx, { importRunId: runId, now, settings: await settingsOn(tx, new Date(`${clock.today}T00:00:00Z`)) }),
    subjectOf: () => null,
  }),

  peserta: pipeline({
    kind: importKinds.peserta,
    facts: async (tx, table, run) => ({
      employees: await storedEmployees(tx, run),
      programmes: await storedProgrammes(tx, run),
      certificates: await storedCertificates(tx, run),
      existing: await storedParticipants(tx, run, nipsIn(table, 'nip')),
    }),
    write: writeParticipants,
    finish: (tx, _records, run) => refreshJpOfAll(tx, run.year),
    subjectOf: partOfKey(1),
  }),

  'skm-respon': pipeline({
    kind: importKinds['skm-respon'],
    facts: async (tx, table, run) => ({
      units: await unitsWithSurveys(tx, run),
      existing: await usedTickets(
        tx,
        run,
        table.rows.map((row) => readCode(cellAt(row, table.columns.ticket))),
      ),
    }),
    write: writePaperAnswers,
    subjectOf: () => null,
    // One transaction for the whole file: no answer tells by its neighbours where it stood.
    grain: 'WHOLE',
    keeps: keptOfSurveyRows,
  }),

  'luaran-pelatihan': pipeline({
    kind: importKinds['luaran-pelatihan'],
    facts: async (tx, _table, run) => ({
      programmes: await storedProgrammes(tx, run),
      units: await storedUnits(tx, run),
      existing: await storedOutcomes(tx, run),
    }),
    write: writeOutcomes,
    subjectOf: partOfKey(1),
  }),

  kecelakaan: pipeline({
    kind: importKinds.kecelakaan,
    facts: async (tx, _table, run) => ({
      employees: await storedEmployees(tx, run),
      existing: await storedCrashes(tx, run),
    }),
    write: writeCrashes,
    subjectOf: () => null,
  }),

  pengaduan: pipeline({
    kind: importKinds.pengaduan,
    facts: async (tx, table, run) => ({
      units: await storedUnits(tx, run),
      existing: await storedComplaints(
        tx,
        run,
        table.rows.map((row) => readText(cellAt(row, table.columns.number))),
      ),
    }),
    write: writeComplaints,
    subjectOf: () => null,
  }),
}
