import type { EvaluationDesign } from '../../../generated/prisma/client.ts'
import { exact } from '../../../math.ts'
import { choicesOf, readChoice, readCode, readOptionalChoice, readOptionalText, readText } from '../cells.ts'
import { readRequiredDate } from '../dates.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import type { RowCode } from '../row-codes.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const columns = {
  code: column('KODE', 'Kode program', 'Programme code', { required: true, synonyms: ['KODE PROGRAM'] }),
  name: column('NAMA', 'Nama program', 'Programme', { required: true, synonyms: ['NAMA PROGRAM', 'NAMA KEGIATAN'] }),
  formId: column('BENTUK ID', 'Bentuk (SIASN 1–25)', 'Form of development (SIASN 1–25)', {
    required: true,
    synonyms: ['JENIS ID', 'JENIS DIKLAT ID'],
  }),
  provider: column('PENYELENGGARA', 'Penyelenggara', 'Provider', { synonyms: ['INSTITUSI PENYELENGGARA'] }),
  startsOn: column('TANGGAL MULAI', 'Tanggal mulai', 'Start', { required: true, synonyms: ['MULAI'] }),
  endsOn: column('TANGGAL SELESAI', 'Tanggal selesai', 'End', { required: true, synonyms: ['SELESAI'] }),
  capacity: column('KAPASITAS', 'Kapasitas', 'Capacity'),
  jp: column('JP', 'Jam pelajaran', 'Lesson hours', { synonyms: ['JUMLAH JAM'] }),
  budget: column('ANGGARAN', 'Anggaran (Rp)', 'Budget (Rp)'),
  ceiling: column('PAGU', 'Pagu (Rp)', 'Ceiling (Rp)'),
  unitCode: column('KODE UNIT PENGUSUL', 'Unit pengusul', 'Proposing unit', { required: true, synonyms: ['KODE UNIT'] }),
  targetGroup: column('SASARAN', 'Sasaran peserta', 'Target group'),
  indicatorCode: column('INDIKATOR UTAMA', 'Indikator utama', 'Primary indicator'),
  design: column('DESAIN EVALUASI', 'Desain evaluasi', 'Evaluation design'),
  state: column('STATUS', 'Status', 'State'),
} as const

type Key = keyof typeof columns

// LAN 10/2018 annex, as SIASN numbers the forms of development.
const lastFormId = 25

const designs = choicesOf<EvaluationDesign>(['ACAK', 'PADANAN', 'SUKARELA', 'PRA_PASCA'])
const states = choicesOf(['RENCANA', 'PENDAFTARAN', 'TERKUNCI', 'BERLANGSUNG', 'SELESAI', 'SERTIFIKAT_TERBIT', 'BATAL'])

export interface ProgrammeFacts {
  readonly units: Known
  readonly indicators: Known
  readonly existing: Existing
}

type Values = {
  readonly code: string
  readonly name: string
  readonly formId: number
  readonly provider: string
  readonly startsOn: string
  readonly endsOn: string
  readonly capacity: number | null
  /** Exact decimal texts. */
  readonly jp: string | null
  readonly budget: string | null
  readonly ceiling: string | null
  readonly unitCode: string
  readonly targetGroup: string | null
  readonly indicatorCode: string | null
  readonly design: EvaluationDesign | null
  readonly state: string
}

export type ProgrammeRow = Sourced & Values

/** Development programmes of a year. Key: KODE. A budget above its ceiling is refused; a missing evaluation design is warned of. */
export const programPembinaan: ImportKind<'program-pembinaan', Key, ProgrammeFacts, ProgrammeRow> = {
  name: 'program-pembinaan',
  columns,
  judge(table, facts) {
    const hashOf = rowHasher(columns, table)
    const { outcomes, records } = judgeRows<Key, ProgrammeRow>(table, facts.existing, (row) => {
      const values = readValues(row, table, facts)
      if ('codes' in values) return values
      const warnings: RowCode[] = values.design === null ? ['DESIGN_REQUIRED'] : []
      return { record: { line: row.line, key: values.code, sourceHash: hashOf(row), ...values }, warnings }
    })
    return { outcomes, records }
  },
}

function readValues(row: TableRow, { columns: at }: MappedTable<Key>, facts: ProgrammeFacts): Refusal | Values {
  const code = readCode(cellAt(row, at.code))
  if (!code) return refuse('REQUIRED', columns.code.header)
  const name = readText(cellAt(row, at.name))
  if (!name) return refuse('REQUIRED', columns.name.header)
  const formId = readInteger(cellAt(row, at.formId))
  if (!formId.ok || formId.value === null || formId.value < 1 || formId.value > lastFormId)
    return refuse('BAD_ENUM', columns.formId.header)
  const design = readOptionalChoice(cellAt(row, at.design), designs)
  if (!design.ok) return refuse(design.code, columns.design.header)
  const state = readChoice(cellAt(row, at.state) || 'RENCANA', states)
  if (!state.ok) return refuse(state.code, columns.state.header)
  const startsOn = readRequiredDate(cellAt(row, at.startsOn))
  if (!startsOn.ok) return refuse(startsOn.code, columns.startsOn.header)
  const endsOn = readRequiredDate(cellAt(row, at.endsOn))
  if (!endsOn.ok) return refuse(endsOn.code, columns.endsOn.header)
  if (endsOn.value < startsOn.value) return refuse('DATE_ORDER', columns.endsOn.header)
  const amounts = readAmounts(row, at)
  if ('codes' in amounts) return amounts
  const { budget, ceiling } = amounts
  if (budget !== null && ceiling !== null && exact(budget).gt(ceiling)) return refuse('PAGU_EXCEEDED', columns.budget.header)
  const unitCode = readCode(cellAt(row, at.unitCode))
  if (!facts.units.has(unitCode)) return refuse('UNKNOWN_UNIT', columns.unitCode.header)
  const indicatorCode = readCode(cellAt(row, at.indicatorCode)) || null
  if (indicatorCode !== null && !facts.indicators.has(indicatorCode))
    return refuse('UNKNOWN_INDICATOR', columns.indicatorCode.header)
  return {
    ...{ code, name, formId: formId.value, startsOn: startsOn.value, endsOn: endsOn.value, ...amounts },
    provider: readText(cellAt(row, at.provider)) || '–',
    targetGroup: readOptionalText(cellAt(row, at.targetGroup)),
    ...{ unitCode, indicatorCode, design: design.value, state: state.value },
  }
}

function readAmounts(
  row: TableRow,
  at: MappedTable<Key>['columns'],
): Refusal | Pick<Values, 'capacity' | 'jp' | 'budget' | 'ceiling'> {
  const capacity = readInteger(cellAt(row, at.capacity))
  if (!capacity.ok || (capacity.value !== null && capacity.value < 0)) return refuse('BAD_NUMBER', columns.capacity.header)
  const values = { jp: null, budget: null, ceiling: null } as Record<'jp' | 'budget' | 'ceiling', string | null>
  for (const key of ['jp', 'budget', 'ceiling'] as const) {
    const number = readNumber(cellAt(row, at[key]))
    if (!number.ok || number.value?.startsWith('-')) return refuse('BAD_NUMBER', columns[key].header)
    values[key] = number.value
  }
  if (values.jp !== null && Number(values.jp) > 9_999) return refuse('BAD_NUMBER', columns.jp.header)
  return { capacity: capacity.value, ...values }
}
