import { choicesOf, nipKey, readChoice, readCode, readText } from '../cells.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const columns = {
  site: column('LOKASI', 'Lokasi', 'Site', { required: true }),
  siteGroup: column('KELOMPOK', 'Kelompok lokasi', 'Group of sites', { required: true }),
  nip: column('NIP PENANGGUNG JAWAB', 'NIP penanggung jawab', 'NIP of who is responsible', { synonyms: ['NIP'] }),
  year: column('TAHUN', 'Tahun', 'Year', { required: true }),
  quarter: column('TRIWULAN', 'Triwulan', 'Quarter', { required: true }),
  crashes: column('KECELAKAAN', 'Kecelakaan', 'Crashes', { required: true }),
  deaths: column('MENINGGAL', 'Korban meninggal', 'Deaths'),
  exposure: column('EKSPOSUR', 'Eksposur (10.000 kendaraan)', 'Exposure (10,000 vehicles)', { required: true }),
} as const

type Key = keyof typeof columns

const groups = ['PENANGANAN', 'RAWAN', 'PEMBANDING'] as const
const groupChoices = choicesOf(groups)

export interface CrashFacts {
  readonly employees: Known
  readonly existing: Existing
}

type Values = {
  readonly site: string
  readonly siteGroup: (typeof groups)[number]
  readonly nip: string | null
  readonly year: number
  readonly quarter: number
  readonly crashes: number
  readonly deaths: number
  /** Exact decimal text, above 0. */
  readonly exposure: string
}

export type CrashRow = Sourced & Values

/** Crashes per site and quarter with the traffic that passed (F22). Key: site, year and quarter. */
export const kecelakaan: ImportKind<'kecelakaan', Key, CrashFacts, CrashRow> = {
  name: 'kecelakaan',
  columns,
  judge(table, facts) {
    const hashOf = rowHasher(columns, table)
    const { outcomes, records } = judgeRows<Key, CrashRow>(table, facts.existing, (row) => {
      const values = readValues(row, table, facts)
      if ('codes' in values) return values
      const key = `${values.site}|${values.year}|${values.quarter}`
      return { record: { line: row.line, key, sourceHash: hashOf(row), ...values }, warnings: [] }
    })
    return { outcomes, records }
  },
}

function readValues(row: TableRow, { columns: at }: MappedTable<Key>, facts: CrashFacts): Refusal | Values {
  const siteGroup = readChoice(cellAt(row, at.siteGroup), groupChoices)
  if (!siteGroup.ok) return refuse(siteGroup.code, columns.siteGroup.header)
  const nip = readText(cellAt(row, at.nip)) === '' ? null : nipKey(cellAt(row, at.nip))
  if (nip !== null && !facts.employees.has(nip)) return refuse('UNKNOWN_EMPLOYEE', columns.nip.header)
  const counts = {} as Record<'year' | 'quarter' | 'crashes' | 'deaths', number>
  for (const key of ['year', 'quarter', 'crashes', 'deaths'] as const) {
    const read = readInteger(cellAt(row, at[key]))
    if (!read.ok) return refuse(read.code, columns[key].header)
    const value = key === 'deaths' ? (read.value ?? 0) : read.value
    if (value === null || value < 0) return refuse('OUT_OF_RANGE', columns[key].header)
    counts[key] = value
  }
  if (counts.year < 1990 || counts.year > 2100) return refuse('BAD_PERIOD', columns.year.header)
  if (counts.quarter < 1 || counts.quarter > 4) return refuse('BAD_PERIOD', columns.quarter.header)
  const exposure = readNumber(cellAt(row, at.exposure))
  if (!exposure.ok) return refuse(exposure.code, columns.exposure.header)
  if (exposure.value === null || Number(exposure.value) <= 0) return refuse('OUT_OF_RANGE', columns.exposure.header)
  const site = readCode(cellAt(row, at.site))
  return { site, siteGroup: siteGroup.value, nip, ...counts, exposure: exposure.value }
}
