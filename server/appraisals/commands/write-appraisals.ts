import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { PeriodScope } from '../queries/period-scope.ts'
import type { AppraisalRows } from './appraisal-rows.ts'
import { type Columns, columnArrays, type Row } from './column-arrays.ts'

/** Columns of `appraisal` that a computation sets for each employee, with their types. */
const appraisalColumns = {
  employee_id: 'uuid',
  version: 'smallint',
  system: 'system_of_record',
  skp_id: 'uuid',
  unit_id: 'uuid',
  unit_path: 'text',
  position_title: 'text',
  penilai_id: 'uuid',
  legal_standing: 'legal_standing',
  is_misconduct: 'boolean',
  result_status: 'text',
  result_rating: 'level',
  result_ambiguous: 'boolean',
  share_above: 'numeric',
  share_below: 'numeric',
  weighted_score: 'numeric',
  excluded_weight_pct: 'numeric',
  behaviour_rating: 'level',
  behaviour_ambiguous: 'boolean',
  behaviour_above: 'smallint',
  behaviour_below: 'smallint',
  behaviour_inputs: 'jsonb',
  predikat: 'predikat',
  no_predikat_reason: 'no_predikat_reason',
  input_hash: 'text',
} as const

const rhkColumns = {
  appraisal_id: 'uuid',
  rhk_id: 'uuid',
  number: 'smallint',
  title: 'text',
  kind: 'rhk_kind',
  weight: 'numeric',
  share: 'numeric',
  achievement_pct: 'numeric',
  level: 'level',
} as const

/** Columns of `iki_result` that follow from its measurements. */
export const measuredColumns = {
  status: 'iki_status',
  missing: 'missing_policy',
  achievement_pct: 'numeric',
  level: 'level',
  realised_value: 'numeric',
  denominator: 'numeric',
  target_min: 'numeric',
  target_max: 'numeric',
  tolerance_pct: 'numeric',
  quarters_used: 'smallint[]',
  quarters_excluded: 'smallint[]',
  quarters_not_submitted: 'smallint[]',
  latest_measured_on: 'date',
  inputs: 'jsonb',
} as const

const ikiColumns = {
  rhk_result_id: 'uuid',
  iki_id: 'uuid',
  number: 'smallint',
  indicator_version_id: 'uuid',
  series_id: 'uuid',
  weight: 'numeric',
  ...measuredColumns,
} as const

/** Column names, trusted text of this file, as a piece of SQL. */
export function names(columns: Columns): Prisma.Sql {
  return Prisma.raw(Object.keys(columns).join(', '))
}

/** The rows as a table: one JSON parameter, whatever their number. A column that a row leaves out is null. */
export function recordset(rows: readonly object[], columns: Columns): Prisma.Sql {
  const typed = Object.entries({ id: 'uuid', ...columns }).map(([name, type]) => `${name} ${type}`)
  return Prisma.sql`json_to_recordset(${JSON.stringify(rows)}::json) AS "row" (${Prisma.raw(typed.join(', '))})`
}

/** `a = "row".a, b = "row".b` */
export function assignments(columns: Columns, from = '"row"'): Prisma.Sql {
  return Prisma.raw(
    Object.keys(columns)
      .map((name) => `${name} = ${from}.${name}`)
      .join(', '),
  )
}

/**
 * Inserts or replaces appraisals with their results, in one statement whatever their number, and one more when results are replaced. Results that
 * stay as they are keep their row untouched: most of the time of a write goes into indexes and references. The caller has made sure that they are open.
 */
export async function writeAppraisals(
  tx: Transaction,
  scope: PeriodScope,
  { appraisals, rhkResults, ikiResults }: AppraisalRows,
  { isReplacing, now }: { readonly isReplacing: boolean; readonly now: Date },
): Promise<void> {
  if (isReplacing) {
    await tx.$executeRaw(Prisma.sql`
      WITH dropped AS (DELETE FROM rhk_result WHERE appraisal_id = ANY (${idsOf(appraisals)}::uuid[]) AND id <> ALL (${idsOf(rhkResults.held)}::uuid[]))
      DELETE FROM iki_result WHERE rhk_result_id = ANY (${idsOf(rhkResults.held)}::uuid[]) AND id <> ALL (${idsOf(ikiResults.held)}::uuid[])`)
  }
  const kind = scope.kind === 'ANNUAL' ? 'ANNUAL' : 'PERIODIC'
  const settings = JSON.stringify(scope.settings)
  await tx.$executeRaw(Prisma.sql`
    WITH judged AS (
      INSERT INTO appraisal (id, ${names(appraisalColumns)}, period_id, kind, rules_version, settings, computed_at, created_at, updated_at)
      SELECT id, ${names(appraisalColumns)}, ${scope.id}::uuid, ${kind}::appraisal_kind, ${scope.rulesVersion}, ${settings}::jsonb, ${now}::timestamptz,
        ${now}::timestamptz, ${now}::timestamptz
      FROM ${columnArrays(appraisals, appraisalColumns)}
      ON CONFLICT (employee_id, period_id, version) DO UPDATE
      SET ${assignments(appraisalColumns, 'excluded')}, rules_version = excluded.rules_version, settings = excluded.settings,
        computed_at = excluded.computed_at, updated_at = excluded.updated_at
    ), results AS (
      INSERT INTO rhk_result (id, ${names(rhkColumns)}) SELECT id, ${names(rhkColumns)} FROM ${columnArrays(rhkResults.added, rhkColumns)}
    ), items AS (
      INSERT INTO iki_result (id, ${names(ikiColumns)}) SELECT id, ${names(ikiColumns)} FROM ${columnArrays(ikiResults.added, ikiColumns)}
    ), changed_results AS (${updateChanged('rhk_result', rhkColumns, rhkResults.held)})
    ${updateChanged('iki_result', ikiColumns, ikiResults.held)}`)
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

/** Updates the rows that differ from what is stored; `table` is trusted text of this file. */
function updateChanged(table: string, columns: Columns, rows: readonly Row[]): Prisma.Sql {
  const row = (of: string) => Object.keys(columns).map((name) => `${of}.${name}`)
  return Prisma.sql`UPDATE ${Prisma.raw(table)} SET ${assignments(columns)} FROM ${columnArrays(rows, columns)}
    WHERE ${Prisma.raw(table)}.id = "row".id AND (${Prisma.raw(row(table).join(', '))}) IS DISTINCT FROM (${Prisma.raw(row('"row"').join(', '))})`
}
