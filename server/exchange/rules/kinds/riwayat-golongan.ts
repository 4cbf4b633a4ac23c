import { parseNip } from '../../../organization/rules/nip.ts'
import { nipKey, readOptionalText } from '../cells.ts'
import { readDate, readRequiredDate } from '../dates.ts'
import { type EmploymentType, golonganStep, readGolongan } from '../golongan.ts'
import { column } from '../headers.ts'
import { readInteger } from '../numbers.ts'
import { warn } from '../outcome.ts'
import { cellAt } from '../table.ts'
import { timelines } from './history.ts'
import {
  type Existing,
  type ImportClock,
  type ImportKind,
  type JudgedRows,
  judgeRows,
  refuse,
  rowHasher,
  type Sourced,
} from './kind.ts'

const columns = {
  nip: column('NIP', 'NIP', 'NIP', { required: true, synonyms: ['NIP Baru'] }),
  golongan: column('GOL/RUANG', 'Golongan/ruang', 'Rank', { required: true, synonyms: ['Gol. Ruang', 'GOLONGAN'] }),
  validFrom: column('TMT', 'TMT golongan', 'From', { required: true, synonyms: ['TMT GOL', 'TMT Golongan'] }),
  decreeNumber: column('NOMOR SK', 'Nomor SK', 'Decree number', { synonyms: ['NO SK'] }),
  decreeOn: column('TANGGAL SK', 'Tanggal SK', 'Decree date', { synonyms: ['TGL SK'] }),
  serviceYears: column('MK TAHUN', 'Masa kerja (tahun)', 'Service, years', { synonyms: ['MASA KERJA TAHUN'] }),
  serviceMonths: column('MK BULAN', 'Masa kerja (bulan)', 'Service, months', { synonyms: ['MASA KERJA BULAN'] }),
} as const

type Key = keyof typeof columns

export interface RankFacts {
  readonly employees: ReadonlyMap<string, { readonly employmentType: EmploymentType }>
  readonly existing: Existing
}

export interface RankRow extends Sourced {
  readonly nip: string
  readonly golongan: string
  readonly validFrom: string
  readonly decreeNumber: string | null
  readonly decreeOn: string | null
  readonly serviceYears: number | null
  readonly serviceMonths: number | null
}

/** Rank history. Key: NIP and TMT. */
export const riwayatGolongan: ImportKind<'riwayat-golongan', Key, RankFacts, RankRow> = {
  name: 'riwayat-golongan',
  columns,
  judge(table, facts, clock) {
    const { columns: at } = table
    const hashOf = rowHasher(columns, table)
    const judged = judgeRows<Key, RankRow>(table, facts.existing, (row) => {
      const nip = nipKey(cellAt(row, at.nip))
      const employee = facts.employees.get(nip)
      if (!employee) return refuse('UNKNOWN_EMPLOYEE', columns.nip.header)
      const golongan = readGolongan(cellAt(row, at.golongan), employee.employmentType)
      if (!golongan.ok) return refuse(golongan.code, columns.golongan.header)
      const validFrom = readRequiredDate(cellAt(row, at.validFrom))
      if (!validFrom.ok) return refuse(validFrom.code, columns.validFrom.header)
      const decreeOn = readDate(cellAt(row, at.decreeOn))
      if (!decreeOn.ok) return refuse(decreeOn.code, columns.decreeOn.header)
      const serviceYears = readInteger(cellAt(row, at.serviceYears))
      if (!serviceYears.ok) return refuse(serviceYears.code, columns.serviceYears.header)
      const serviceMonths = readInteger(cellAt(row, at.serviceMonths))
      if (!serviceMonths.ok) return refuse(serviceMonths.code, columns.serviceMonths.header)
      const record = {
        line: row.line,
        key: `${nip}|${validFrom.value}`,
        sourceHash: hashOf(row),
        nip,
        golongan: golongan.value,
        validFrom: validFrom.value,
        decreeNumber: readOptionalText(cellAt(row, at.decreeNumber)),
        decreeOn: decreeOn.value,
        serviceYears: serviceYears.value,
        serviceMonths: serviceMonths.value,
      }
      return { record, warnings: [] }
    })
    warnOfSteps(judged, clock)
    return { outcomes: judged.outcomes, records: judged.records }
  },
}

/** Per person by TMT: a lower rank, a rise of more than one step on the same ladder, a rank before the appointment that the NIP tells. */
function warnOfSteps(judged: JudgedRows<RankRow>, { today }: ImportClock): void {
  for (const entries of timelines(judged)) {
    let previous: string | null = null
    for (const { record, outcome } of entries) {
      if (outcome && previous !== null && isSameLadder(previous, record.golongan)) {
        const rise = golonganStep(record.golongan) - golonganStep(previous)
        if (rise < 0) warn(outcome, 'GOL_DECREASE')
        if (rise > 1) warn(outcome, 'GOL_JUMP')
      }
      if (outcome && isBeforeAppointment(record, today)) warn(outcome, 'TMT_BEFORE_APPOINTMENT')
      previous = record.golongan
    }
  }
}

function isSameLadder(a: string, b: string): boolean {
  return a.includes('/') === b.includes('/')
}

/** Before the month of appointment in the NIP; before the year for PPPK, whose number tells no month (F16). */
function isBeforeAppointment({ nip, validFrom }: Pick<RankRow, 'nip' | 'validFrom'>, today: string): boolean {
  const { appointmentYear, tmtMonth } = parseNip(nip, today)
  if (appointmentYear === null) return false
  if (tmtMonth === null) return Number(validFrom.slice(0, 4)) < appointmentYear
  return validFrom.slice(0, 7) < `${appointmentYear}-${String(tmtMonth).padStart(2, '0')}`
}
