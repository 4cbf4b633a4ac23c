import type { ComplaintCategory, ComplaintChannel, ComplaintExclusion, ComplaintState } from '../../../generated/prisma/client.ts'
import { choicesOf, readChoice, readCode, readOptionalChoice, readText } from '../cells.ts'
import { readTime } from '../dates.ts'
import { column } from '../headers.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const columns = {
  number: column('NOMOR ADUAN', 'Nomor aduan', 'Complaint number', {
    required: true,
    synonyms: ['NOMOR', 'NO ADUAN', 'ID LAPORAN', 'TRACKING ID'],
  }),
  unit: column('KODE UNIT', 'Kode unit', 'Unit code', { required: true }),
  channel: column('KANAL', 'Kanal', 'Channel', { synonyms: ['SUMBER'] }),
  category: column('KATEGORI', 'Kategori', 'Category'),
  received: column('DITERIMA', 'Waktu diterima', 'Received', { required: true, synonyms: ['TANGGAL DITERIMA'] }),
  resolved: column('SELESAI', 'Waktu dijawab', 'Answered', { required: true, synonyms: ['TANGGAL SELESAI'] }),
  reopened: column('DIBUKA KEMBALI', 'Waktu dibuka kembali', 'Opened again'),
  status: column('STATUS', 'Status', 'State'),
  exclusion: column('PENGECUALIAN', 'Pengecualian', 'Exclusion'),
  duplicateOf: column('DUPLIKAT DARI', 'Duplikat dari', 'Duplicate of'),
  description: column('URAIAN', 'Uraian', 'Description', { synonyms: ['ISI LAPORAN', 'ISI ADUAN'] }),
} as const

type Key = keyof typeof columns

export interface ComplaintFileFacts {
  readonly units: Known
  readonly existing: Existing
}

/** Times are ISO text with the offset of the city. */
export interface ComplaintRow extends Sourced {
  readonly number: string
  readonly unitCode: string
  readonly channel: ComplaintChannel
  readonly category: ComplaintCategory
  readonly state: ComplaintState
  readonly receivedAt: string
  readonly resolvedAt: string | null
  readonly reopenedAt: string | null
  readonly exclusion: ComplaintExclusion | null
  readonly duplicateOf: string | null
  readonly description: string
}

/**
 * Complaints of a quarter, as SP4N-LAPOR! and the desks list them. Key: the number. The file is about the quarter of the performance year in which most of its
 * complaints were received; what was received outside of it, or after today, is OUT_OF_PERIOD.
 */
export const pengaduan: ImportKind<'pengaduan', Key, ComplaintFileFacts, ComplaintRow> = {
  name: 'pengaduan',
  columns,
  judge(table, facts, clock) {
    const hashOf = rowHasher(columns, table)
    const quarter = quarterOfFile(table, clock.year)
    const { outcomes, records } = judgeRows<Key, ComplaintRow>(table, facts.existing, (row) => {
      const record = readRecord(row, table, facts, { quarter, today: clock.today }, hashOf)
      return 'codes' in record ? record : { record, warnings: [] }
    })
    return { outcomes, records }
  },
}

/** `2025-4` of a local time. */
function quarterOf(time: string): string {
  return `${time.slice(0, 4)}-${Math.ceil(Number(time.slice(5, 7)) / 3)}`
}

/** The quarter of the year with most receipts, the later one of two; null when there is none. */
function quarterOfFile({ rows, columns: at }: MappedTable<Key>, year: number): string | null {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const time = readTime(cellAt(row, at.received))
    if (!time.ok || time.value === null || Number(time.value.slice(0, 4)) !== year) continue
    const quarter = quarterOf(time.value)
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || b.localeCompare(a))
  return first?.[0] ?? null
}

const channels = choicesOf(['LAPOR', 'LOKET', 'WA', 'SURAT'] satisfies ComplaintChannel[])
const categories = choicesOf([
  'WAKTU_LAYANAN',
  'SIKAP_PETUGAS',
  'FASILITAS',
  'BIAYA',
  'ADMINISTRASI',
  'INFORMASI',
] satisfies ComplaintCategory[])
const exclusions = choicesOf(['DUPLICATE', 'OUT_OF_SCOPE', 'WITHDRAWN', 'SPAM'] satisfies ComplaintExclusion[])
const states = choicesOf(['DIPROSES', 'DIJAWAB', 'SELESAI', 'DITOLAK', 'DIBUKA_KEMBALI'] satisfies ComplaintState[])

type Span = { readonly quarter: string | null; readonly today: string }

function readRecord(
  row: TableRow,
  { columns: at }: MappedTable<Key>,
  { units }: ComplaintFileFacts,
  { quarter, today }: Span,
  hashOf: (row: TableRow) => string,
): Refusal | ComplaintRow {
  const unitCode = readCode(cellAt(row, at.unit))
  if (!units.has(unitCode)) return refuse('UNKNOWN_UNIT', columns.unit.header)
  const received = readTime(cellAt(row, at.received))
  if (!received.ok || received.value === null) return refuse('BAD_DATE', columns.received.header)
  const resolved = readTime(cellAt(row, at.resolved))
  if (!resolved.ok) return refuse(resolved.code, columns.resolved.header)
  const reopened = readTime(cellAt(row, at.reopened))
  if (!reopened.ok) return refuse(reopened.code, columns.reopened.header)
  if (resolved.value !== null && resolved.value < received.value) return refuse('DATE_ORDER', columns.resolved.header)
  if (reopened.value !== null && (resolved.value === null || reopened.value < resolved.value))
    return refuse('DATE_ORDER', columns.reopened.header)
  if (quarterOf(received.value) !== quarter || received.value.slice(0, 10) > today)
    return refuse('OUT_OF_PERIOD', columns.received.header)
  const exclusion = readOptionalChoice(cellAt(row, at.exclusion), exclusions)
  if (!exclusion.ok) return refuse(exclusion.code, columns.exclusion.header)
  const number = readText(cellAt(row, at.number))
  if (number === '') return refuse('REQUIRED', columns.number.header)
  return {
    line: row.line,
    key: number,
    sourceHash: hashOf(row),
    number,
    unitCode,
    channel: known(row, at.channel, channels) ?? 'LAINNYA',
    category: known(row, at.category, categories) ?? 'LAINNYA',
    state: known(row, at.status, states) ?? stateOf(exclusion.value, resolved.value, reopened.value),
    receivedAt: local(received.value),
    resolvedAt: resolved.value === null ? null : local(resolved.value),
    reopenedAt: reopened.value === null ? null : local(reopened.value),
    exclusion: exclusion.value,
    duplicateOf: readText(cellAt(row, at.duplicateOf)) || null,
    description: readText(cellAt(row, at.description)),
  }
}

/** A choice that sorts a complaint but refuses none. */
function known<T extends string>(row: TableRow, index: number, choices: ReadonlyMap<string, T>): T | null {
  const choice = readChoice(cellAt(row, index), choices)
  return choice.ok ? choice.value : null
}

/** What the times say where the file says nothing that is known. */
function stateOf(exclusion: ComplaintExclusion | null, resolved: string | null, reopened: string | null): ComplaintState {
  if (exclusion !== null) return 'DITOLAK'
  if (reopened !== null) return 'DIBUKA_KEMBALI'
  return resolved === null ? 'DIPROSES' : 'SELESAI'
}

const local = (time: string) => `${time}+07:00`
