import type { ParticipantState } from '../../../generated/prisma/client.ts'
import { nipKey, readChoice, readCode, readOptionalChoice, readOptionalText, yesNo } from '../cells.ts'
import { readDate } from '../dates.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import { warn } from '../outcome.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const columns = {
  programmeCode: column('KODE PROGRAM', 'Kode program', 'Programme code', { required: true, synonyms: ['PROGRAM'] }),
  nip: column('NIP', 'NIP', 'NIP', { required: true, synonyms: ['NIP Baru'] }),
  state: column('STATUS', 'Status peserta', 'State', { required: true }),
  attendance: column('KEHADIRAN %', 'Kehadiran (%)', 'Attendance (%)', { synonyms: ['KEHADIRAN'] }),
  jp: column('JP', 'Jam pelajaran', 'Lesson hours', { synonyms: ['JUMLAH JAM'] }),
  minutes: column('MENIT', 'Menit', 'Minutes'),
  certificate: column('NOMOR SERTIFIKAT', 'Nomor sertifikat', 'Certificate number', {
    synonyms: ['NO SERTIFIKAT', 'NOMOR SERTIPIKAT'],
  }),
  verified: column('TERVERIFIKASI', 'Terverifikasi (Y/T)', 'Verified (Y/T)'),
  preScore: column('NILAI PRE', 'Nilai awal', 'Score before'),
  postScore: column('NILAI POST', 'Nilai akhir', 'Score after'),
  completedOn: column('TANGGAL SELESAI', 'Tanggal selesai', 'Completed on', { synonyms: ['SELESAI'] }),
} as const

type Key = keyof typeof columns

const states: ReadonlyMap<string, ParticipantState> = new Map([
  ['DIUNDANG', 'INVITED'],
  ['TERDAFTAR', 'CONFIRMED'],
  ['HADIR', 'ATTENDED'],
  ['LULUS', 'PASSED'],
  ['TIDAK LULUS', 'FAILED'],
  ['TIDAK HADIR', 'NO_SHOW'],
  ['MENGUNDURKAN DIRI', 'WITHDRAWN'],
])

export interface ParticipantFacts {
  readonly employees: Known
  readonly programmes: Known
  /** Certificate number → NIP of the first person who has it. */
  readonly certificates: ReadonlyMap<string, string>
  readonly existing: Existing
}

type Values = {
  readonly programmeCode: string
  readonly nip: string
  readonly state: ParticipantState
  /** Exact decimal texts. */
  readonly attendance: string | null
  readonly jp: string | null
  readonly minutes: number | null
  readonly certificateNumber: string | null
  readonly isVerified: boolean
  readonly preScore: string | null
  readonly postScore: string | null
  readonly completedOn: string | null
}

export type ParticipantRow = Sourced & Values

/** Who took part in which programme, with hours, certificates and scores. Key: programme and NIP. A certificate of another person is warned of, and counts. */
export const peserta: ImportKind<'peserta', Key, ParticipantFacts, ParticipantRow> = {
  name: 'peserta',
  columns,
  judge(table, facts) {
    const hashOf = rowHasher(columns, table)
    const { outcomes, records, owners } = judgeRows<Key, ParticipantRow>(table, facts.existing, (row) => {
      const values = readValues(row, table, facts)
      if ('codes' in values) return values
      const key = `${values.programmeCode}|${values.nip}`
      return { record: { line: row.line, key, sourceHash: hashOf(row), ...values }, warnings: [] }
    })
    const holders = new Map(facts.certificates)
    records.forEach(({ certificateNumber, nip }, index) => {
      const owner = owners[index]
      if (certificateNumber === null || !owner) return
      const holder = holders.get(certificateNumber)
      if (holder === undefined) holders.set(certificateNumber, nip)
      else if (holder !== nip) warn(owner, 'CERT_SHARED')
    })
    return { outcomes, records }
  },
}

function readValues(row: TableRow, { columns: at }: MappedTable<Key>, facts: ParticipantFacts): Refusal | Values {
  const nip = nipKey(cellAt(row, at.nip))
  if (!facts.employees.has(nip)) return refuse('UNKNOWN_EMPLOYEE', columns.nip.header)
  const programmeCode = readCode(cellAt(row, at.programmeCode))
  if (!facts.programmes.has(programmeCode)) return refuse('UNKNOWN_PROGRAM', columns.programmeCode.header)
  const state = readChoice(cellAt(row, at.state), states)
  if (!state.ok) return refuse(state.code, columns.state.header)
  const isVerified = readOptionalChoice(cellAt(row, at.verified), yesNo)
  if (!isVerified.ok) return refuse(isVerified.code, columns.verified.header)
  const values = { attendance: null, jp: null, preScore: null, postScore: null } as Record<
    'attendance' | 'jp' | 'preScore' | 'postScore',
    string | null
  >
  for (const key of ['attendance', 'jp', 'preScore', 'postScore'] as const) {
    const number = readNumber(cellAt(row, at[key]))
    if (!number.ok) return refuse(number.code, columns[key].header)
    values[key] = number.value
  }
  const minutes = readInteger(cellAt(row, at.minutes))
  if (!minutes.ok) return refuse(minutes.code, columns.minutes.header)
  const completedOn = readDate(cellAt(row, at.completedOn))
  if (!completedOn.ok) return refuse(completedOn.code, columns.completedOn.header)
  for (const key of ['attendance', 'preScore', 'postScore'] as const) {
    if (values[key] !== null && !isPercent(values[key])) return refuse('OUT_OF_RANGE', columns[key].header)
  }
  if (values.jp !== null && !(Number(values.jp) >= 0 && Number(values.jp) <= 9_999))
    return refuse('OUT_OF_RANGE', columns.jp.header)
  if (minutes.value !== null && minutes.value < 0) return refuse('OUT_OF_RANGE', columns.minutes.header)
  return {
    ...{ programmeCode, nip, state: state.value, ...values, minutes: minutes.value, completedOn: completedOn.value },
    certificateNumber: readOptionalText(cellAt(row, at.certificate)),
    isVerified: isVerified.value ?? false,
  }
}

function isPercent(text: string): boolean {
  return Number(text) >= 0 && Number(text) <= 100
}
