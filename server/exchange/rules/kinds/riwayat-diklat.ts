import { nipKey, readOptionalText, readText } from '../cells.ts'
import { readRequiredDate } from '../dates.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import { warn } from '../outcome.ts'
import { cellAt } from '../table.ts'
import { warnOfSpans } from './history.ts'
import { type ImportKind, type JudgedRows, judgeRows, refuse, rowHasher, type Sourced } from './kind.ts'
import type { HistoryFacts } from './riwayat-jabatan.ts'

const columns = {
  nip: column('NIP', 'NIP', 'NIP', { required: true, synonyms: ['NIP Baru'] }),
  formId: column('JENIS ID', 'Jenis diklat (SIASN 1–25)', 'Form of training (SIASN 1–25)', {
    required: true,
    synonyms: ['JENIS DIKLAT ID'],
  }),
  name: column('NAMA DIKLAT', 'Nama diklat', 'Training', { required: true, synonyms: ['NAMA KURSUS'] }),
  provider: column('PENYELENGGARA', 'Penyelenggara', 'Provider', { synonyms: ['INSTITUSI PENYELENGGARA'] }),
  startsOn: column('MULAI', 'Tanggal mulai', 'Start', { required: true, synonyms: ['TANGGAL MULAI', 'TANGGAL KURSUS'] }),
  endsOn: column('SELESAI', 'Tanggal selesai', 'End', {
    required: true,
    synonyms: ['TANGGAL SELESAI', 'TANGGAL SELESAI KURSUS'],
  }),
  jp: column('JP', 'Jam pelajaran', 'Lesson hours', { required: true, synonyms: ['JUMLAH JAM'] }),
  certificate: column('NOMOR SERTIFIKAT', 'Nomor sertifikat', 'Certificate number', {
    synonyms: ['NO SERTIFIKAT', 'NOMOR SERTIPIKAT'],
  }),
} as const

type Key = keyof typeof columns

// LAN 10/2018 annex, as SIASN numbers the forms of development.
const lastFormId = 25
// JP is stored with two decimals in eight digits.
const maxJp = 999_999

export interface TrainingRow extends Sourced {
  readonly nip: string
  readonly formId: number
  readonly name: string
  readonly provider: string | null
  readonly validFrom: string
  readonly validTo: string
  /** Exact decimal text, 1 JP = 45 minutes. */
  readonly jp: string | null
  readonly certificateNumber: string | null
}

/** Training of earlier years. Key: NIP and the whole row, so that only an identical row is skipped. */
export const riwayatDiklat: ImportKind<'riwayat-diklat', Key, HistoryFacts, TrainingRow> = {
  name: 'riwayat-diklat',
  columns,
  judge(table, facts) {
    const { columns: at } = table
    const hashOf = rowHasher(columns, table)
    const judged = judgeRows<Key, TrainingRow>(table, facts.existing, (row) => {
      const nip = nipKey(cellAt(row, at.nip))
      if (!facts.employees.has(nip)) return refuse('UNKNOWN_EMPLOYEE', columns.nip.header)
      const formId = readInteger(cellAt(row, at.formId))
      if (!formId.ok || formId.value === null || formId.value < 1 || formId.value > lastFormId)
        return refuse('BAD_ENUM', columns.formId.header)
      const validFrom = readRequiredDate(cellAt(row, at.startsOn))
      if (!validFrom.ok) return refuse(validFrom.code, columns.startsOn.header)
      const validTo = readRequiredDate(cellAt(row, at.endsOn))
      if (!validTo.ok) return refuse(validTo.code, columns.endsOn.header)
      const jp = readNumber(cellAt(row, at.jp))
      if (!jp.ok) return refuse(jp.code, columns.jp.header)
      if (jp.value !== null && (jp.value.startsWith('-') || Number(jp.value) > maxJp))
        return refuse('BAD_NUMBER', columns.jp.header)
      if (validTo.value < validFrom.value) return refuse('DATE_ORDER', columns.endsOn.header)
      const sourceHash = hashOf(row)
      const record = {
        line: row.line,
        key: `${nip}|${sourceHash}`,
        sourceHash,
        nip,
        formId: formId.value,
        name: readText(cellAt(row, at.name)),
        provider: readOptionalText(cellAt(row, at.provider)),
        validFrom: validFrom.value,
        validTo: validTo.value,
        jp: jp.value,
        certificateNumber: readOptionalText(cellAt(row, at.certificate)),
      }
      return { record, warnings: [] }
    })
    warnOfCertificates(judged)
    warnOfSpans(judged, { gaps: false })
    return { outcomes: judged.outcomes, records: judged.records }
  },
}

/** DUPLICATE_CERT: the person has the number already, earlier in the file or from an earlier import. */
function warnOfCertificates({ records, owners, stored }: JudgedRows<TrainingRow>): void {
  const seen = new Set(stored.map(certificateKey))
  records.forEach((record, index) => {
    const key = certificateKey(record)
    const owner = owners[index]
    if (record.certificateNumber !== null && owner && seen.has(key)) warn(owner, 'DUPLICATE_CERT')
    seen.add(key)
  })
}

function certificateKey({ nip, certificateNumber }: TrainingRow): string {
  return `${nip}|${certificateNumber}`
}
