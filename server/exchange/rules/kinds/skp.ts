import { type Exact, exact, sum } from '../../../math.ts'
import { nipKey } from '../cells.ts'
import { fingerprint } from '../fingerprint.ts'
import { accepted, type DocumentReport, type RowOutcome, reject, skip, warn } from '../outcome.ts'
import type { RowCode } from '../row-codes.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportClock, type ImportKind, type Refusal, rowHasher, type Sourced } from './kind.ts'
import { type PlanKey, type PlanRow, type PlanRowFacts, planColumns, readPlanRow, readSystem } from './skp-rows.ts'

export interface PlanFacts extends PlanRowFacts {
  readonly employees: ReadonlyMap<string, { readonly positionTitle: string }>
  readonly existing: Existing
}

export interface PlannedResult extends Pick<PlanRow, 'resultTitle' | 'resultKind' | 'resultWeight' | 'interventionOf'> {
  readonly resultNumber: number
  readonly indicators: PlanRow[]
}

/** A whole plan: one transaction. `line` is that of its first row, `sourceHash` covers all its rows. */
export interface Plan extends Sourced {
  readonly nip: string
  readonly year: number
  readonly system: PlanRow['system']
  readonly leadsUnit: boolean
  /** As submitted, 99.99 to 100.01; exact decimal text. */
  readonly weightSum: string
  readonly results: readonly PlannedResult[]
  readonly warnings: readonly RowCode[]
}

interface Entry {
  readonly row: TableRow
  readonly outcome: RowOutcome
  readonly hash: string
}

/** Performance plans, one row per indicator. Key of a plan: year and NIP. All rows of a NIP are accepted or rejected together. */
export const skp: ImportKind<'skp', PlanKey, PlanFacts, Plan> = {
  name: 'skp',
  columns: planColumns,
  judge(table, facts, clock) {
    const outcomes: RowOutcome[] = []
    const records: Plan[] = []
    const documents: DocumentReport = {
      total: 0,
      accepted: 0,
      rejected: 0,
      rejectedByCode: {},
      warningsByCode: {},
      acceptedWithWeightSum99_99: 0,
    }
    for (const [nip, entries] of collectPlans(table, outcomes, clock)) {
      documents.total += 1
      const verdict = judgePlan(nip, entries, table, facts, clock)
      if (verdict === 'SKIPPED') continue
      if (typeof verdict === 'string') {
        documents.rejected += 1
        count(documents.rejectedByCode, verdict)
        continue
      }
      documents.accepted += 1
      if (verdict.weightSum === '99.99') documents.acceptedWithWeightSum99_99 += 1
      for (const code of verdict.warnings) count(documents.warningsByCode, code)
      records.push(verdict)
    }
    return { outcomes, records, documents }
  },
}

/** The rows of each NIP in the order of the file; a row identical to an earlier one of its plan is skipped before anything else is judged. */
function collectPlans(table: MappedTable<PlanKey>, outcomes: RowOutcome[], { year }: ImportClock): Map<string, Entry[]> {
  const hashOf = rowHasher(planColumns, table)
  const plans = new Map<string, Entry[]>()
  const seen = new Set<string>()
  for (const row of table.rows) {
    const nip = nipKey(cellAt(row, table.columns.nip))
    const outcome = accepted(row.line, `${year}|${nip}`)
    outcomes.push(outcome)
    const entry = { row, outcome, hash: hashOf(row) }
    const rowKey = `${nip}|${entry.hash}`
    if (seen.has(rowKey)) {
      skip(outcome)
      continue
    }
    seen.add(rowKey)
    const plan = plans.get(nip)
    if (plan) plan.push(entry)
    else plans.set(nip, [entry])
  }
  return plans
}

type PlanRefusal = 'UNKNOWN_EMPLOYEE' | 'IMPORT_ONLY' | 'ROW_ERROR' | 'WEIGHT_SUM' | 'DUPLICATE_CONFLICT'

function judgePlan(
  nip: string,
  entries: readonly Entry[],
  table: MappedTable<PlanKey>,
  facts: PlanFacts,
  clock: ImportClock,
): Plan | PlanRefusal | 'SKIPPED' {
  const employee = facts.employees.get(nip)
  if (!employee) return rejectPlan(entries, 'UNKNOWN_EMPLOYEE', planColumns.nip.header)
  const isLocal = entries.some(({ row }) => readSystem(cellAt(row, table.columns.system)) === 'LOKAL')
  if (isLocal && isTeacher(employee.positionTitle)) return rejectPlan(entries, 'IMPORT_ONLY', planColumns.system.header)
  const rows = readRows(entries, table, facts, clock)
  if (rows === null) return 'ROW_ERROR'
  const results = groupResults(rows)
  const weightSum = results && sum(results.map(({ resultWeight }) => resultWeight))
  if (!results || !weightSum || weightSum.minus(100).abs().gt('0.01'))
    return rejectPlan(entries, 'WEIGHT_SUM', planColumns.resultWeight.header)
  const [first] = rows
  if (!first) return 'ROW_ERROR'
  const key = `${clock.year}|${nip}`
  const sourceHash = fingerprint(entries.map(({ hash }) => hash))
  const earlier = facts.existing.get(key)
  if (earlier === sourceHash) {
    for (const { outcome } of entries) skip(outcome)
    return 'SKIPPED'
  }
  if (earlier !== undefined) return rejectPlan(entries, 'DUPLICATE_CONFLICT', null)
  rows.forEach((row, index) => {
    const outcome = entries[index]?.outcome
    if (outcome) for (const code of row.warnings) warn(outcome, code)
  })
  const { system, leadsUnit } = first
  const warnings = planWarnings(results, leadsUnit, weightSum)
  return {
    line: first.line,
    key,
    sourceHash,
    nip,
    year: clock.year,
    system,
    leadsUnit,
    weightSum: weightSum.toFixed(),
    results,
    warnings,
  }
}

function rejectPlan<Code extends RowCode>(entries: readonly Entry[], code: Code, column: string | null): Code {
  for (const { outcome } of entries) reject(outcome, [code], column)
  return code
}

/** All rows, or null when one failed: then the sound ones are SKP_REJECTED. */
function readRows(
  entries: readonly Entry[],
  table: MappedTable<PlanKey>,
  facts: PlanFacts,
  clock: ImportClock,
): PlanRow[] | null {
  const readings = entries.map(({ row }) => readPlanRow(row, table, facts, clock))
  const rows = readings.filter((reading): reading is PlanRow => !isFailure(reading))
  if (rows.length === readings.length) return rows
  readings.forEach((reading, index) => {
    const outcome = entries[index]?.outcome
    if (!outcome) return
    if (isFailure(reading)) reject(outcome, reading.codes, reading.column)
    else reject(outcome, ['SKP_REJECTED'])
  })
  return null
}

function isFailure(reading: Refusal | PlanRow): reading is Refusal {
  return 'codes' in reading
}

/** Teachers and principals are planned on the national platform (domain A13): their plans are only ever imported from there. */
function isTeacher(positionTitle: string): boolean {
  return positionTitle.startsWith('Guru') || positionTitle.startsWith('Kepala Sekolah')
}

/** Results by number; null when the rows of one result state different weights, because then no sum is right. */
function groupResults(rows: readonly PlanRow[]): PlannedResult[] | null {
  const results = new Map<number, PlannedResult>()
  for (const row of rows) {
    const result = results.get(row.resultNumber)
    if (!result) {
      const { resultNumber, resultTitle, resultKind, resultWeight, interventionOf } = row
      results.set(resultNumber, { resultNumber, resultTitle, resultKind, resultWeight, interventionOf, indicators: [row] })
    } else if (result.resultWeight === row.resultWeight) result.indicators.push(row)
    else return null
  }
  return [...results.values()]
}

/** LOCAL limits of a plan: 3–10 results; unit indicators at most 30 % of the weight unless the person leads the unit. */
function planWarnings(results: readonly PlannedResult[], leadsUnit: boolean, weightSum: Exact): RowCode[] {
  const warnings: RowCode[] = []
  if (results.length < 3 || results.length > 10) warnings.push('RHK_COUNT')
  const onUnits = sum(results.map(unitWeight))
  if (!leadsUnit && onUnits.gt(weightSum.times('0.3'))) warnings.push('UNIT_SHARE_OVER_30')
  return warnings
}

function unitWeight({ resultWeight, indicators }: PlannedResult): Exact {
  const all = sum(indicators.map(({ weight }) => weight))
  const unit = sum(indicators.filter(({ attribution }) => attribution === 'UNIT').map(({ weight }) => weight))
  return all.isZero() ? exact(0) : exact(resultWeight).times(unit).div(all)
}

function count(counts: Record<string, number>, code: string): void {
  counts[code] = (counts[code] ?? 0) + 1
}
