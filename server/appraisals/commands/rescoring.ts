import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { freezeInputs } from '../rules/frozen-inputs.ts'
import { countShifts, isLatestLowered, type Rescored, sumShifts } from '../rules/rescore.ts'
import { ikiColumns } from './appraisal-rows.ts'
import { liveIndicatorSummaries } from './summaries.ts'
import { assignments, measuredColumns, recordset } from './write-appraisals.ts'

const rhkColumns = { share: 'numeric', achievement_pct: 'numeric', level: 'level' } as const

const resultColumns = {
  result_status: 'text',
  result_rating: 'level',
  result_ambiguous: 'boolean',
  share_above: 'numeric',
  share_below: 'numeric',
  weighted_score: 'numeric',
  excluded_weight_pct: 'numeric',
  predikat: 'predikat',
  no_predikat_reason: 'no_predikat_reason',
} as const

const countColumns = { period_id: 'uuid', unit_id: 'uuid', dimension: 'text', key: 'text', shift: 'int' } as const
const sumColumns = {
  period_id: 'uuid',
  unit_id: 'uuid',
  measured: 'int',
  sum_pct: 'numeric',
  above: 'int',
  below: 'int',
  latest: 'date',
} as const

/**
 * Writes a changed measurement (`change`, a statement that returns one row with its `id`) together with everything that follows from it:
 * items, results, appraisals and the summaries of every unit above, in one statement. Their fingerprint is emptied, so that the next computation
 * looks at these appraisals again.
 */
export async function writeMeasurement(
  tx: Transaction,
  change: Prisma.Sql,
  evidence: readonly object[],
  { indicatorId, rescored, now }: { readonly indicatorId: string; readonly rescored: readonly Rescored[]; readonly now: Date },
): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    WITH changed AS (${change}),
    proof AS (
      INSERT INTO evidence (id, realisation_id, kind, url, description)
      SELECT "row".id, changed.id, "row".kind, "row".url, "row".description
      FROM changed CROSS JOIN ${recordset(evidence, { kind: 'evidence_kind', url: 'text', description: 'text' })}
    ), items AS (
      UPDATE iki_result SET ${assignments(measuredColumns)} FROM ${recordset(rescored.flatMap(itemRows), measuredColumns)} WHERE iki_result.id = "row".id
    ), results AS (
      UPDATE rhk_result SET ${assignments(rhkColumns)} FROM ${recordset(rescored.flatMap(rhkRows), rhkColumns)} WHERE rhk_result.id = "row".id
    ), appraisals AS (
      UPDATE appraisal SET ${assignments(resultColumns)}, input_hash = '', computed_at = ${now}, updated_at = ${now}
      FROM ${recordset(rescored.map(appraisalRow), resultColumns)} WHERE appraisal.id = "row".id
    ), counts AS (
      INSERT INTO predikat_count (period_id, unit_id, dimension, key, count)
      SELECT "row".period_id, up.ancestor_id, dimension, key, sum(shift) FROM ${recordset(rescored.flatMap(countShifts), countColumns)}
      JOIN unit_ancestor up ON up.unit_id = "row".unit_id
      GROUP BY "row".period_id, up.ancestor_id, dimension, key HAVING sum(shift) <> 0 ORDER BY 1, 2, 3, 4
      ON CONFLICT (period_id, unit_id, dimension, key) DO UPDATE SET count = predikat_count.count + excluded.count
    ), sums AS (
      INSERT INTO indicator_summary AS s (period_id, unit_id, indicator_id, items, measured, sum_pct, above, below, latest_measured_on)
      SELECT "row".period_id, up.ancestor_id, ${indicatorId}::uuid, 0, sum(measured), sum(sum_pct), sum(above), sum(below), max(latest)
      FROM ${recordset(rescored.flatMap(sumShifts), sumColumns)} JOIN unit_ancestor up ON up.unit_id = "row".unit_id
      GROUP BY "row".period_id, up.ancestor_id ORDER BY 1, 2
      ON CONFLICT (period_id, unit_id, indicator_id) DO UPDATE SET measured = s.measured + excluded.measured, sum_pct = s.sum_pct + excluded.sum_pct,
        above = s.above + excluded.above, below = s.below + excluded.below, latest_measured_on = greatest(s.latest_measured_on, excluded.latest_measured_on)
    )
    SELECT id FROM changed`)
  if (rescored.some(isLatestLowered)) await refreshLatest(tx, indicatorId, rescored)
}

/** Finds the newest day of an indicator again, where a correction took the newest one away. */
async function refreshLatest(tx: Transaction, indicatorId: string, rescored: readonly Rescored[]): Promise<void> {
  for (const periodId of new Set(rescored.map(({ before }) => before.periodId))) {
    await tx.$executeRaw(Prisma.sql`
      UPDATE indicator_summary s SET latest_measured_on = live.latest_measured_on
      FROM (${liveIndicatorSummaries(periodId, indicatorId)}) live
      WHERE s.period_id = ${periodId}::uuid AND s.indicator_id = ${indicatorId}::uuid AND s.unit_id = live.unit_id
        AND s.latest_measured_on IS DISTINCT FROM live.latest_measured_on`)
  }
}

function itemRows({ items }: Rescored) {
  return items.map(({ before, inputs, result }) => ({ id: before.id, ...ikiColumns(result), inputs: freezeInputs(inputs) }))
}

function rhkRows({ rhks }: Rescored) {
  return rhks.map(({ id, share, pct, level }) => ({ id, share, achievement_pct: pct, level }))
}

function appraisalRow({ before, result, predikat, noPredikatReason }: Rescored) {
  return {
    id: before.id,
    result_status: result?.status ?? null,
    result_rating: result?.rating ?? null,
    result_ambiguous: result?.ambiguous ?? false,
    share_above: result?.shareAbove ?? null,
    share_below: result?.shareBelow ?? null,
    weighted_score: result?.weightedScore ?? null,
    excluded_weight_pct: result?.excludedWeightPct ?? null,
    predikat,
    no_predikat_reason: noPredikatReason,
  }
}
