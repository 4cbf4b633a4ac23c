import { type Polarity, targetBounds } from '../../../appraisals/rules/indicator-achievement.ts'
import { exact } from '../../../math.ts'
import { choicesOf, readChoice, readCode, readOptionalText, readText, yesNo } from '../cells.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import type { RowCode } from '../row-codes.ts'
import { type Cell, cellAt, type MappedTable, type TableRow } from '../table.ts'
import type { Attribution } from './indikator.ts'
import { type ImportClock, type Known, type Refusal, refuse } from './kind.ts'

export const planColumns = {
  year: column('TAHUN', 'Tahun', 'Year', { required: true }),
  nip: column('NIP', 'NIP', 'NIP', { required: true, synonyms: ['NIP Baru'] }),
  system: column('SISTEM', 'Sistem asal', 'System of record', { required: true }),
  leadsUnit: column('PIMPINAN UNIT', 'Pimpinan unit (Y/T)', 'Leads the unit (Y/T)', { required: true }),
  resultNumber: column('NO RHK', 'Nomor RHK', 'Result number', { required: true }),
  resultTitle: column('RENCANA HASIL KERJA', 'Rencana hasil kerja', 'Planned result', { required: true, synonyms: ['RHK'] }),
  resultKind: column('JENIS RHK', 'Jenis RHK', 'Kind of result', { required: true }),
  resultWeight: column('BOBOT RHK', 'Bobot RHK', 'Weight of the result', { required: true }),
  interventionOf: column('RHK ATASAN', 'RHK atasan atau surat tugas', 'Result of the superior, or letter', { required: true }),
  indicator: column('KODE IKI', 'Kode indikator', 'Indicator code', { required: true, synonyms: ['KODE INDIKATOR'] }),
  weight: column('BOBOT IKI', 'Bobot IKI', 'Weight of the indicator'),
  subject: column('SUBJEK', 'Subjek pengukuran', 'Measured subject'),
  target: column('TARGET', 'Target', 'Target', { required: true }),
  targetMin: column('TARGET MIN', 'Target minimum', 'Target minimum'),
  targetMax: column('TARGET MAKS', 'Target maksimum', 'Target maximum'),
  tolerancePct: column('TOLERANSI %', 'Toleransi (%)', 'Tolerance (%)'),
  baseline: column('BASELINE', 'Capaian awal', 'Baseline'),
  targetReason: column('ALASAN TARGET', 'Alasan target', 'Reason for the target'),
} as const

export type PlanKey = keyof typeof planColumns

const planSystems = ['LOKAL', 'EKINERJA', 'RUANG_GTK'] as const
const resultKinds = ['UTAMA', 'TAMBAHAN'] as const

export interface PlannedIndicator {
  readonly polarity: Polarity
  readonly attribution: Attribution
}

export interface PlanRowFacts {
  readonly indicators: ReadonlyMap<string, PlannedIndicator>
  readonly units: Known
}

/** One row of a plan. Numbers are exact decimal text; `subjectUnit` is null where the person is measured. */
export interface PlanRow {
  readonly line: number
  readonly system: (typeof planSystems)[number]
  readonly leadsUnit: boolean
  readonly resultNumber: number
  readonly resultTitle: string
  readonly resultKind: (typeof resultKinds)[number]
  readonly resultWeight: string
  readonly interventionOf: string | null
  readonly indicatorCode: string
  readonly attribution: Attribution
  readonly weight: string
  readonly subjectUnit: string | null
  readonly target: string | null
  readonly targetMin: string | null
  readonly targetMax: string | null
  readonly tolerancePct: string | null
  readonly baseline: string | null
  readonly targetReason: string | null
  readonly warnings: readonly RowCode[]
}

const systemChoices = choicesOf(planSystems)
const resultKindChoices = choicesOf(resultKinds)
const numeric = ['resultWeight', 'weight', 'target', 'targetMin', 'targetMax', 'tolerancePct', 'baseline'] as const
// Weights and tolerances are stored with five digits before the decimal sign.
const narrow = new Set<PlanKey>(['resultWeight', 'weight', 'tolerancePct'])
const narrowLimit = 99_999

/** SISTEM of a row, for the check that comes before the rows; null when unreadable. */
export function readSystem(cell: Cell): PlanRow['system'] | null {
  const system = readChoice(cell, systemChoices)
  return system.ok ? system.value : null
}

/** Checks one row of a plan in the order of the import rules. */
export function readPlanRow(
  row: TableRow,
  table: MappedTable<PlanKey>,
  facts: PlanRowFacts,
  clock: ImportClock,
): Refusal | PlanRow {
  if (row.cells.length !== table.width) return refuse('COLUMN_COUNT')
  const cell = (key: PlanKey): Cell => cellAt(row, table.columns[key])
  const header = (key: PlanKey): string => planColumns[key].header
  const year = readInteger(cell('year'))
  if (!year.ok || year.value !== clock.year) return refuse('BAD_PERIOD', header('year'))
  const indicatorCode = readCode(cell('indicator'))
  const indicator = facts.indicators.get(indicatorCode)
  if (!indicator) return refuse('UNKNOWN_INDICATOR', header('indicator'))
  const resultKind = readChoice(cell('resultKind'), resultKindChoices)
  if (!resultKind.ok) return refuse(resultKind.code, header('resultKind'))
  const system = readChoice(cell('system'), systemChoices)
  if (!system.ok) return refuse(system.code, header('system'))
  const leadsUnit = readChoice(cell('leadsUnit'), yesNo)
  if (!leadsUnit.ok) return refuse(leadsUnit.code, header('leadsUnit'))
  const resultNumber = readInteger(cell('resultNumber'))
  if (!resultNumber.ok || resultNumber.value === null || resultNumber.value < 1)
    return refuse('BAD_NUMBER', header('resultNumber'))
  const numbers = readNumbers(cell)
  if ('codes' in numbers) return numbers
  const subjectUnit = readSubject(cell('subject'))
  if (subjectUnit !== null && !facts.units.has(subjectUnit)) return refuse('UNKNOWN_UNIT', header('subject'))
  if (targetBounds({ polarity: indicator.polarity, ...numbers }) === null) return refuse('INVALID_TARGET', header('target'))
  const interventionOf = readOptionalText(cell('interventionOf'))
  // PermenPANRB 6/2022: a main result serves a result of the superior or a direct assignment.
  if (resultKind.value === 'UTAMA' && interventionOf === null) return refuse('RHK_UNLINKED', header('interventionOf'))
  const targetReason = readOptionalText(cell('targetReason'))
  return {
    line: row.line,
    system: system.value,
    leadsUnit: leadsUnit.value,
    resultNumber: resultNumber.value,
    resultTitle: readText(cell('resultTitle')),
    resultKind: resultKind.value,
    interventionOf,
    indicatorCode,
    attribution: indicator.attribution,
    ...numbers,
    subjectUnit,
    targetReason,
    warnings: stretchWarnings(indicator.polarity, numbers, targetReason),
  }
}

type Numbers = Pick<PlanRow, (typeof numeric)[number]>

function readNumbers(cell: (key: PlanKey) => Cell): Refusal | Numbers {
  const numbers: Partial<Record<(typeof numeric)[number], string | null>> = {}
  for (const key of numeric) {
    const number = readNumber(cell(key))
    if (!number.ok) return refuse(number.code, planColumns[key].header)
    const isUnfit =
      narrow.has(key) && number.value !== null && (number.value.startsWith('-') || Number(number.value) > narrowLimit)
    if (isUnfit) return refuse('BAD_NUMBER', planColumns[key].header)
    numbers[key] = number.value
  }
  const {
    resultWeight,
    weight,
    target = null,
    targetMin = null,
    targetMax = null,
    tolerancePct = null,
    baseline = null,
  } = numbers
  if (resultWeight === null || resultWeight === undefined) return refuse('BAD_NUMBER', planColumns.resultWeight.header)
  return { resultWeight, weight: weight ?? '1', target, targetMin, targetMax, tolerancePct, baseline }
}

/** `INDIVIDU` or blank measures the person, anything else is a unit code. */
function readSubject(cell: Cell): string | null {
  const subject = readCode(cell)
  return subject === '' || subject.toUpperCase() === 'INDIVIDU' ? null : subject
}

/** Stretch ratio (domain B4, LOCAL) of a single target: SANDBAG below 1 without a reason, UNREALISTIC above 1.5. */
function stretchWarnings(
  polarity: Polarity,
  { target, targetMin, targetMax, baseline }: Numbers,
  reason: string | null,
): RowCode[] {
  if (target === null || targetMin !== null || targetMax !== null || baseline === null) return []
  const [goal, start] = polarity === 'MINIMIZE' ? [exact(baseline), exact(target)] : [exact(target), exact(baseline)]
  if (start.lte(0)) return []
  if (goal.lt(start)) return reason === null ? ['SANDBAG'] : []
  return goal.gt(start.times('1.5')) ? ['UNREALISTIC'] : []
}
