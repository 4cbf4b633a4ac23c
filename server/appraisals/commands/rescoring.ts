import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { freezeInputs } from '../rules/frozen-inputs.ts'
import { countShifts, isLatestLowered, type Rescored, sumShifts } from '../rules/rescore.ts'
import { ikiColumns } from './appraisal-rows.ts'
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
  await refreshLatest(tx, indicatorId, rescored.filter(isLatestLowered))
}

/**
 * Finds the newest day of an indicator again, where a correction took the newest one away: from the unit of the appraisal up to the root, the newest
 * of its own appraisals, of the units below it as they are kept, and of the unit that was just found again. So the cost does not grow with
 * the period. Whatever the order of the units, the last one to pass a common unit above finds every branch in step.
 */
async function refreshLatest(tx: Transaction, indicatorId: string, rescored: readonly Rescored[]): Promise<void> {
  const places = new Map(rescored.map(({ before }) => [`${before.periodId} ${before.unitId}`, before]))
  for (const { periodId, unitId } of places.values()) {
    await tx.$executeRaw(Prisma.sql`
      WITH up AS MATERIALIZED (
        SELECT ancestor_id AS id, distance, lag(ancestor_id) OVER (ORDER BY distance) AS below FROM unit_ancestor WHERE unit_id = ${unitId}::uuid
      ), own AS MATERIALIZED (
        SELECT up.id, up.distance, greatest(
          (SELECT max(i.latest_measured_on) FROM appraisal a JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id
            JOIN indicator_version v ON v.id = i.indicator_version_id
            WHERE a.period_id = ${periodId}::uuid AND a.unit_id = up.id AND a.is_current AND a.state <> 'BATAL' AND v.indicator_id = ${indicatorId}::uuid),
          (SELECT max(s.latest_measured_on) FROM unit_ancestor child JOIN indicator_summary s ON s.unit_id = child.unit_id
            WHERE child.ancestor_id = up.id AND child.distance = 1 AND child.unit_id IS DISTINCT FROM up.below
              AND s.period_id = ${periodId}::uuid AND s.indicator_id = ${indicatorId}::uuid)) AS latest
        FROM up
      ), found AS (SELECT id, max(latest) OVER (ORDER BY distance) AS latest FROM own)
      UPDATE indicator_summary s SET latest_measured_on = found.latest FROM found
      WHERE s.period_id = ${periodId}::uuid AND s.indicator_id = ${indicatorId}::uuid AND s.unit_id = found.id
        AND s.latest_measured_on IS DISTINCT FROM found.latest`)
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
