import { exact } from '../../../math.ts'
import { choicesOf, nipKey, readCode, readOptionalChoice, readText } from '../cells.ts'
import { readRequiredDate } from '../dates.ts'
import { column } from '../headers.ts'
import { compareDecimals, readNumber } from '../numbers.ts'
import type { RowCode } from '../row-codes.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import type { Aggregation } from './indikator.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const columns = {
  indicator: column('KODE IKI', 'Kode indikator', 'Indicator code', { required: true, synonyms: ['KODE INDIKATOR'] }),
  subject: column('NIP/KODE UNIT', 'NIP atau kode unit', 'NIP or unit code', {
    required: true,
    synonyms: ['SUBJEK', 'NIP', 'KODE UNIT'],
  }),
  period: column('PERIODE', 'Periode', 'Period', { required: true }),
  value: column('NILAI', 'Nilai', 'Value', { required: true, synonyms: ['REALISASI'] }),
  numerator: column('PEMBILANG', 'Pembilang', 'Numerator'),
  denominator: column('PENYEBUT', 'Penyebut', 'Denominator'),
  measuredOn: column('TANGGAL', 'Tanggal pencatatan', 'Recording date', { required: true }),
  source: column('SUMBER', 'Sumber data', 'Source', { synonyms: ['SUMBER DATA'] }),
  evidence: column('BUKTI URL', 'Tautan bukti', 'Evidence link', { synonyms: ['BUKTI', 'TAUTAN BUKTI'] }),
  reason: column('ALASAN KOSONG', 'Alasan nilai kosong', 'Reason for a blank value'),
} as const

type Key = keyof typeof columns

const missingReasons = ['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE', 'NOT_SUBMITTED'] as const
export type MissingReason = (typeof missingReasons)[number]

export interface MeasuredIndicator {
  readonly aggregation: Aggregation
  /** Exact decimal text: what a ratio is multiplied by. */
  readonly factor: string
  /** Exact decimal text: the largest possible value. */
  readonly maxValue: string | null
}

export interface RealisationFacts {
  readonly indicators: ReadonlyMap<string, MeasuredIndicator>
  readonly employees: Known
  readonly units: Known
  /** `seriesKey(indicator, subject)` of every indicator of every accepted plan; the subject of an individual one is the owner's NIP. */
  readonly planned: Known
  readonly existing: Existing
}

/** Numbers are exact decimal text. */
export interface RealisationRow extends Sourced {
  readonly indicatorCode: string
  readonly subjectKind: 'EMPLOYEE' | 'UNIT'
  /** NIP or unit code. */
  readonly subject: string
  /** `2025-TW1` */
  readonly period: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly missingReason: MissingReason | null
  readonly measuredOn: string
  readonly source: string
  /** As it was written; a usable link only where `isTraceable`. */
  readonly evidence: string | null
  readonly isTraceable: boolean
}

/** Names a measurement series within a year. */
export function seriesKey(indicatorCode: string, subject: string): string {
  return `${indicatorCode}|${subject}`
}

/** Measurements of a quarter. Key: indicator, subject and period. */
export const realisasi: ImportKind<'realisasi', Key, RealisationFacts, RealisationRow> = {
  name: 'realisasi',
  columns,
  judge(table, facts, clock) {
    const hashOf = rowHasher(columns, table)
    const quarters = quartersOf(clock.year)
    const { outcomes, records } = judgeRows<Key, RealisationRow>(table, facts.existing, (row) => {
      const record = readRecord(row, table, facts, quarters, hashOf)
      return 'codes' in record ? record : { record, warnings: warningsOf(record, facts) }
    })
    return { outcomes, records }
  },
}

interface Quarter {
  readonly period: string
  readonly firstDay: string
  /** Recording stays open until the 10th of the month that follows (LOCAL). */
  readonly lastRecordingDay: string
}

function quartersOf(year: number): ReadonlyMap<string, Quarter> {
  return new Map([
    [`${year}-TW1`, { period: `${year}-TW1`, firstDay: `${year}-01-01`, lastRecordingDay: `${year}-04-10` }],
    [`${year}-TW2`, { period: `${year}-TW2`, firstDay: `${year}-04-01`, lastRecordingDay: `${year}-07-10` }],
    [`${year}-TW3`, { period: `${year}-TW3`, firstDay: `${year}-07-01`, lastRecordingDay: `${year}-10-10` }],
    [`${year}-TW4`, { period: `${year}-TW4`, firstDay: `${year}-10-01`, lastRecordingDay: `${year + 1}-01-10` }],
  ])
}

const maxMismatch = 0.01
const reasonChoices = choicesOf(missingReasons)

function readRecord(
  row: TableRow,
  { columns: at }: MappedTable<Key>,
  facts: RealisationFacts,
  quarters: ReadonlyMap<string, Quarter>,
  hashOf: (row: TableRow) => string,
): Refusal | RealisationRow {
  const quarter = quarters.get(readText(cellAt(row, at.period)).toUpperCase())
  if (!quarter) return refuse('BAD_PERIOD', columns.period.header)
  const { period } = quarter
  const indicatorCode = readCode(cellAt(row, at.indicator))
  const indicator = facts.indicators.get(indicatorCode)
  if (!indicator) return refuse('UNKNOWN_INDICATOR', columns.indicator.header)
  const subjectCell = cellAt(row, at.subject)
  const nip = nipKey(subjectCell)
  const isEmployee = facts.employees.has(nip)
  const subject = isEmployee ? nip : readCode(subjectCell)
  if (!isEmployee && !facts.units.has(subject)) return refuse('UNKNOWN_SUBJECT', columns.subject.header)
  const value = readNumber(cellAt(row, at.value))
  if (!value.ok) return refuse(value.code, columns.value.header)
  const reason = readOptionalChoice(cellAt(row, at.reason), reasonChoices)
  if (value.value === null && reason.ok && reason.value === null) return refuse('REASON_REQUIRED', columns.reason.header)
  if (!reason.ok) return refuse(reason.code, columns.reason.header)
  if (isNegative(value.value)) return refuse('INVALID_REALISATION', columns.value.header)
  if (value.value !== null && indicator.maxValue !== null && compareDecimals(value.value, indicator.maxValue) > 0)
    return refuse('OUT_OF_RANGE', columns.value.header)
  const numerator = readNumber(cellAt(row, at.numerator))
  if (!numerator.ok) return refuse(numerator.code, columns.numerator.header)
  const denominator = readNumber(cellAt(row, at.denominator))
  if (!denominator.ok) return refuse(denominator.code, columns.denominator.header)
  const measuredOn = readRequiredDate(cellAt(row, at.measuredOn))
  if (!measuredOn.ok) return refuse(measuredOn.code, columns.measuredOn.header)
  if (value.value !== null && indicator.aggregation === 'RASIO') {
    if (numerator.value === null) return refuse('REQUIRED', columns.numerator.header)
    if (denominator.value === null) return refuse('REQUIRED', columns.denominator.header)
    // There is no ratio over nothing or over less than nothing.
    if (denominator.value === '0' || isNegative(denominator.value)) return refuse('OUT_OF_RANGE', columns.denominator.header)
    if (isNegative(numerator.value)) return refuse('INVALID_REALISATION', columns.numerator.header)
  }
  if (measuredOn.value < quarter.firstDay || measuredOn.value > quarter.lastRecordingDay)
    return refuse('OUT_OF_PERIOD', columns.measuredOn.header)
  const evidence = readText(cellAt(row, at.evidence)) || null
  return {
    line: row.line,
    key: `${seriesKey(indicatorCode, subject)}|${period}`,
    sourceHash: hashOf(row),
    indicatorCode,
    subjectKind: isEmployee ? 'EMPLOYEE' : 'UNIT',
    subject,
    period,
    value: value.value,
    numerator: numerator.value,
    denominator: denominator.value,
    missingReason: reason.value,
    measuredOn: measuredOn.value,
    source: readText(cellAt(row, at.source)),
    evidence,
    isTraceable: evidence !== null && /^https?:\/\/\S+$/i.test(evidence),
  }
}

function warningsOf(row: RealisationRow, { indicators, planned }: RealisationFacts): RowCode[] {
  const warnings: RowCode[] = []
  const indicator = indicators.get(row.indicatorCode)
  if (indicator?.aggregation === 'RASIO' && differsFromRatio(row, indicator.factor)) warnings.push('VALUE_MISMATCH')
  if (row.value !== null && row.evidence === null) warnings.push('EVIDENCE_MISSING')
  if (row.evidence !== null && !row.isTraceable) warnings.push('BAD_URL')
  if (!planned.has(seriesKey(row.indicatorCode, row.subject))) warnings.push('NOT_IN_SKP')
  return warnings
}

/** |NILAI − numerator / denominator × factor| > 0.01, exact and without a division; doubles decide while they are clearly apart. */
function differsFromRatio({ value, numerator, denominator }: RealisationRow, factor: string): boolean {
  if (value === null || numerator === null || denominator === null) return false
  const stated = Number(value) * Number(denominator)
  const counted = Number(numerator) * Number(factor)
  const allowed = Number(denominator) * maxMismatch
  const excess = Math.abs(stated - counted) - allowed
  // A double is off by 2⁻⁵² of its size at most, far less than this margin.
  if (Math.abs(excess) > (Math.abs(stated) + Math.abs(counted) + allowed) * 1e-12) return excess > 0
  const gap = exact(value).times(denominator).minus(exact(numerator).times(factor))
  return gap.abs().gt(exact(denominator).times(maxMismatch))
}

function isNegative(value: string | null): boolean {
  return value?.startsWith('-') ?? false
}
