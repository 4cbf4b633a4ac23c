import { writePlans } from '../../appraisals/commands/write-plans.ts'
import { writeRatings } from '../../appraisals/commands/write-ratings.ts'
import { writeRealisations } from '../../appraisals/commands/write-realisations.ts'
import { writeComplaints } from '../../complaints/commands/write-complaints.ts'
import { adoptDesigns } from '../../evaluations/commands/adopt-designs.ts'
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
import { keptOfSurveyRows } from '../rules/kinds/skm-respon.ts'
import { type ImportKindName, importKinds } from '../rules/kinds.ts'
import { cellAt } from '../rules/table.ts'
import { type Pipeline, pipeline, type Run } from './pipeline.ts'

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
