import { type LegacyPredikat, type LegacyScheme, legacyScore } from '../../../appraisals/rules/legacy.ts'
import { nipKey, readChoice, readOptionalChoice, readText, yesNo } from '../cells.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const columns = {
  nip: column('NIP', 'NIP', 'NIP', { required: true }),
  year: column('TAHUN', 'Tahun', 'Year', { required: true }),
  skp: column('NILAI_SKP', 'Nilai SKP', 'Value of the plan', { required: true, synonyms: ['NILAI SKP'] }),
  perilaku: column('NILAI_PERILAKU', 'Nilai perilaku', 'Value of behaviour', { required: true, synonyms: ['NILAI PERILAKU'] }),
  scheme: column('SKEMA', 'Skema', 'Scheme', { required: true }),
  newIdea: column('IDE_BARU', 'Ide baru', 'New idea', { synonyms: ['IDE BARU'] }),
  source: column('SUMBER', 'Sumber', 'Source', { required: true }),
} as const

type Key = keyof typeof columns

/** Years of the numeric scheme of PP 30/2019. */
const years = { first: 2019, last: 2021 } as const

/** `70/30` or `70_30`, as it is written. */
const schemes: ReadonlyMap<string, LegacyScheme> = new Map([
  ['70 30', '70_30'],
  ['60 40', '60_40'],
])

/** Cukup has been called Butuh Perbaikan since 2022 (PermenPANRB 6/2022). */
const present = {
  SANGAT_BAIK: 'SANGAT_BAIK',
  BAIK: 'BAIK',
  CUKUP: 'BUTUH_PERBAIKAN',
  KURANG: 'KURANG',
  SANGAT_KURANG: 'SANGAT_KURANG',
} as const satisfies Record<LegacyPredikat, string>

export interface LegacyFacts {
  readonly employees: Known
  readonly existing: Existing
}

type Values = {
  readonly nip: string
  readonly year: number
  /** Exact decimal text, 0 to 120. */
  readonly skpValue: string
  readonly perilaku: string
  readonly scheme: LegacyScheme
  readonly newIdea: boolean
  /** F5: value of the work and its band. */
  readonly value: number
  readonly predikat: (typeof present)[LegacyPredikat]
  readonly source: string
}

export type LegacyRow = Sourced & Values

/** Results of 2019–2021 under PP 30/2019 art. 41 (F5). Key: NIP and year. */
export const riwayatSkpLama: ImportKind<'riwayat-skp-lama', Key, LegacyFacts, LegacyRow> = {
  name: 'riwayat-skp-lama',
  columns,
  judge(table, facts) {
    const hashOf = rowHasher(columns, table)
    const { outcomes, records } = judgeRows<Key, LegacyRow>(table, facts.existing, (row) => {
      const values = readValues(row, table, facts)
      if ('codes' in values) return values
      const key = `${values.nip}|${values.year}`
      return { record: { line: row.line, key, sourceHash: hashOf(row), ...values }, warnings: [] }
    })
    return { outcomes, records }
  },
}

function readValues(row: TableRow, { columns: at }: MappedTable<Key>, facts: LegacyFacts): Refusal | Values {
  const nip = nipKey(cellAt(row, at.nip))
  if (!facts.employees.has(nip)) return refuse('UNKNOWN_EMPLOYEE', columns.nip.header)
  const year = readInteger(cellAt(row, at.year))
  if (!year.ok) return refuse(year.code, columns.year.header)
  if (year.value === null || year.value < years.first || year.value > years.last) return refuse('BAD_PERIOD', columns.year.header)
  const values = {} as Record<'skp' | 'perilaku', string>
  for (const key of ['skp', 'perilaku'] as const) {
    const read = readNumber(cellAt(row, at[key]))
    if (!read.ok) return refuse(read.code, columns[key].header)
    if (read.value === null) return refuse('REQUIRED', columns[key].header)
    if (Number(read.value) < 0 || Number(read.value) > 120) return refuse('OUT_OF_RANGE', columns[key].header)
    values[key] = read.value
  }
  const scheme = readChoice(cellAt(row, at.scheme), schemes)
  if (!scheme.ok) return refuse(scheme.code, columns.scheme.header)
  const newIdea = readOptionalChoice(cellAt(row, at.newIdea), yesNo)
  if (!newIdea.ok) return refuse(newIdea.code, columns.newIdea.header)
  const source = readText(cellAt(row, at.source))
  if (source === '') return refuse('REQUIRED', columns.source.header)
  const isNew = newIdea.value === true
  const { value, predikat } = legacyScore({ ...values, scheme: scheme.value, newIdea: isNew })
  return {
    nip,
    year: year.value,
    skpValue: values.skp,
    perilaku: values.perilaku,
    scheme: scheme.value,
    newIdea: isNew,
    value,
    predikat: present[predikat],
    source,
  }
}
