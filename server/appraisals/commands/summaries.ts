import { Prisma } from '../../generated/prisma/client.ts'
import { withoutNestedLoops } from '../../planner.ts'
import type { Transaction } from '../../transact.ts'

/** Counts of a period by unit and everything below it: what `predikat_count` must hold. */
export const livePredikatCounts = (periodId: string) => Prisma.sql`
  WITH placed AS (
    SELECT a.unit_id, d.dimension, d.key, count(*) AS n
    FROM appraisal a CROSS JOIN LATERAL (VALUES ('PREDIKAT', a.predikat::text), ('REASON', a.no_predikat_reason::text), ('RESULT', a.result_rating::text),
      ('BEHAVIOUR', a.behaviour_rating::text), ('SYSTEM', a.system::text)) AS d(dimension, key)
    WHERE a.period_id = ${periodId}::uuid AND a.is_current AND a.state <> 'BATAL' AND d.key IS NOT NULL
    GROUP BY a.unit_id, d.dimension, d.key
  )
  SELECT above.ancestor_id AS unit_id, dimension, key, sum(n)::int AS count
  FROM placed JOIN unit_ancestor above ON above.unit_id = placed.unit_id GROUP BY above.ancestor_id, dimension, key`

/** Sums of a period by unit and everything below it, and indicator: what `indicator_summary` must hold. */
export const liveIndicatorSummaries = (periodId: string) => Prisma.sql`
  WITH placed AS (
    SELECT a.unit_id, v.indicator_id, count(*) AS items, count(*) FILTER (WHERE i.status = 'OK') AS measured, coalesce(sum(i.achievement_pct), 0) AS sum_pct,
      count(*) FILTER (WHERE i.level = 'DI_ATAS') AS above, count(*) FILTER (WHERE i.level = 'DI_BAWAH') AS below, max(i.latest_measured_on) AS latest
    FROM appraisal a JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id
    JOIN indicator_version v ON v.id = i.indicator_version_id
    WHERE a.period_id = ${periodId}::uuid AND a.is_current AND a.state <> 'BATAL'
    GROUP BY a.unit_id, v.indicator_id
  )
  SELECT up.ancestor_id AS unit_id, indicator_id, sum(items)::int AS items, sum(measured)::int AS measured, sum(sum_pct) AS sum_pct,
    sum(placed.above)::int AS above, sum(below)::int AS below, max(latest) AS latest_measured_on
  FROM placed JOIN unit_ancestor up ON up.unit_id = placed.unit_id GROUP BY up.ancestor_id, indicator_id`

/** Computes the summaries of a period anew, for all units. Single measurements shift them instead (see `writeMeasurement`). */
export function rebuildSummaries(tx: Transaction, periodId: string): Promise<void> {
  return withoutNestedLoops(tx, async () => {
    await tx.$executeRaw(Prisma.sql`DELETE FROM predikat_count WHERE period_id = ${periodId}::uuid`)
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO predikat_count (period_id, unit_id, dimension, key, count)
      SELECT ${periodId}::uuid, unit_id, dimension, key, count FROM (${livePredikatCounts(periodId)}) live`)
    await tx.$executeRaw(Prisma.sql`DELETE FROM indicator_summary WHERE period_id = ${periodId}::uuid`)
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO indicator_summary (period_id, unit_id, indicator_id, items, measured, sum_pct, above, below, latest_measured_on)
      SELECT ${periodId}::uuid, unit_id, indicator_id, items, measured, sum_pct, above, below, latest_measured_on FROM (${liveIndicatorSummaries(periodId)}) live`)
  })
}
