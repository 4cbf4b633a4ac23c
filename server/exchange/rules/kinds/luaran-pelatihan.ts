import { choicesOf, readChoice, readCode, readText } from '../cells.ts'
import { column } from '../headers.ts'
import { compareDecimals, readNumber } from '../numbers.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const columns = {
  programmeCode: column('KODE PROGRAM', 'Kode program', 'Programme code', { required: true, synonyms: ['PROGRAM'] }),
  unitCode: column('KODE UNIT', 'Kode unit', 'Unit code', { required: true, synonyms: ['UNIT'] }),
  arm: column('KELOMPOK', 'Kelompok', 'Group', { required: true }),
  month: column('BULAN', 'Bulan (TTTT-BB)', 'Month (YYYY-MM)', { required: true }),
  phase: column('FASE', 'Fase', 'Phase', { required: true }),
  cases: column('PENGADUAN DITERIMA', 'Kasus', 'Cases', { required: true, synonyms: ['PENYEBUT', 'KASUS'] }),
  successes: column('SELESAI SATU HARI', 'Kasus yang berhasil', 'Successes', {
    required: true,
    synonyms: ['PEMBILANG', 'BERHASIL'],
  }),
} as const

type Key = keyof typeof columns

const arms = ['DILATIH', 'PEMBANDING'] as const
const phases = ['PRA', 'PASCA'] as const
const [armChoices, phaseChoices] = [choicesOf(arms), choicesOf(phases)]
const monthText = /^\d{4}-(0[1-9]|1[0-2])$/

export interface OutcomeFacts {
  readonly programmes: Known
  readonly units: Known
  readonly existing: Existing
}

type Values = {
  readonly programmeCode: string
  readonly unitCode: string
  readonly arm: (typeof arms)[number]
  /** First day of the month. */
  readonly month: string
  readonly phase: (typeof phases)[number]
  /** Exact decimal texts. */
  readonly cases: string
  readonly successes: string
}

export type OutcomeRow = Sourced & Values

/** Outcomes of programmes by unit and month: successes of cases, of trained units and of those compared. Key: programme, unit and month. */
export const luaranPelatihan: ImportKind<'luaran-pelatihan', Key, OutcomeFacts, OutcomeRow> = {
  name: 'luaran-pelatihan',
  columns,
  judge(table, facts) {
    const hashOf = rowHasher(columns, table)
    const { outcomes, records } = judgeRows<Key, OutcomeRow>(table, facts.existing, (row) => {
      const values = readValues(row, table, facts)
      if ('codes' in values) return values
      const key = `${values.programmeCode}|${values.unitCode}|${values.month.slice(0, 7)}`
      return { record: { line: row.line, key, sourceHash: hashOf(row), ...values }, warnings: [] }
    })
    return { outcomes, records }
  },
}

function readValues(row: TableRow, { columns: at }: MappedTable<Key>, facts: OutcomeFacts): Refusal | Values {
  const programmeCode = readCode(cellAt(row, at.programmeCode))
  if (!facts.programmes.has(programmeCode)) return refuse('UNKNOWN_PROGRAM', columns.programmeCode.header)
  const unitCode = readCode(cellAt(row, at.unitCode))
  if (!facts.units.has(unitCode)) return refuse('UNKNOWN_UNIT', columns.unitCode.header)
  const arm = readChoice(cellAt(row, at.arm), armChoices)
  if (!arm.ok) return refuse(arm.code, columns.arm.header)
  const month = readText(cellAt(row, at.month))
  if (!monthText.test(month)) return refuse('BAD_PERIOD', columns.month.header)
  const phase = readChoice(cellAt(row, at.phase), phaseChoices)
  if (!phase.ok) return refuse(phase.code, columns.phase.header)
  const cases = readNumber(cellAt(row, at.cases))
  if (!cases.ok) return refuse(cases.code, columns.cases.header)
  const successes = readNumber(cellAt(row, at.successes))
  if (!successes.ok) return refuse(successes.code, columns.successes.header)
  if (!isCount(cases.value)) return refuse('OUT_OF_RANGE', columns.cases.header)
  if (!isCount(successes.value) || compareDecimals(successes.value, cases.value) > 0)
    return refuse('OUT_OF_RANGE', columns.successes.header)
  return {
    ...{ programmeCode, unitCode, arm: arm.value, month: `${month}-01`, phase: phase.value },
    ...{ cases: cases.value, successes: successes.value },
  }
}

function isCount(text: string | null): text is string {
  return text !== null && /^\d+$/.test(text)
}
