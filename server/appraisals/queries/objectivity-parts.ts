import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { judgements, severities } from './judgements.ts'

type Db = Pick<Transaction, '$queryRaw'>

/** What F20 knows of one appraisal: shares in per cent as exact text, L of whoever judged it, and the penilai as of the appraisal. */
export type AppraisalParts = {
  readonly id: string
  readonly ms: string | null
  readonly ev: string | null
  readonly l: string | null
  readonly raterId: string | null
  readonly raterSuperiorId: string | null
  readonly raterUnitIds: readonly string[]
}

/**
 * MS, EV and L of appraisals of one answer, in the order of their ids. The measurements are those of the appraisals alone; L needs the judgements of their
 * periods, read once for all of them. One statement.
 */
export async function appraisalParts(db: Db, ids: readonly string[]): Promise<(AppraisalParts | null)[]> {
  const rows = await db.$queryRaw<AppraisalParts[]>(Prisma.sql`
    WITH asked AS (SELECT id, period_id, skp_id FROM appraisal WHERE id = ANY (${[...ids]}::uuid[])),
    planned AS (
      SELECT a.id, i.weight, i.status = 'OK' AS is_measured, (SELECT avg(m.quality) FROM realisation m WHERE m.series_id = i.series_id
        AND m.state IN ('VERIFIED', 'LOCKED') AND m.value IS NOT NULL) AS q
      FROM asked a JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id
    ), shares AS (
      SELECT id, 100 * sum(weight) FILTER (WHERE is_measured) / nullif(sum(weight), 0) AS ms,
        100 * sum(weight * q) FILTER (WHERE is_measured AND q IS NOT NULL) / nullif(sum(weight) FILTER (WHERE is_measured AND q IS NOT NULL), 0) AS ev
      FROM planned GROUP BY id
    ), judged AS (
      SELECT p.period_id, j.* FROM (SELECT DISTINCT period_id FROM asked) p CROSS JOIN LATERAL ${judgements(Prisma.sql`p.period_id`)} j
    ), severe AS (
      SELECT p.period_id, s.* FROM (SELECT DISTINCT period_id FROM asked) p
      CROSS JOIN LATERAL ${severities(Prisma.sql`(SELECT * FROM judged d WHERE d.period_id = p.period_id)`)} s
    )
    SELECT a.id, CASE WHEN s.id IS NOT NULL THEN coalesce(s.ms, 0) END::text AS ms, s.ev::text AS ev, v.l::text AS l, r.id AS "raterId", r.superior_id AS "raterSuperiorId",
      coalesce((SELECT array_agg(up.ancestor_id) FROM unit_ancestor up WHERE up.unit_id = r.unit_id), '{}') AS "raterUnitIds"
    FROM asked a LEFT JOIN shares s USING (id) LEFT JOIN judged j ON j.appraisal_id = a.id
    LEFT JOIN severe v ON v.rater_id = j.rater_id AND v.period_id = a.period_id LEFT JOIN employee r ON r.id = j.rater_id`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** What F20 knows of one indicator in a unit and everything below it. */
export type IndicatorParts = {
  readonly indicatorId: string
  readonly items: number
  readonly measured: number
  readonly ms: string | null
  readonly ev: string | null
}

/**
 * MS and EV by indicator in a unit and below, the least measured first, at most `most`: how many planned items are measured is read from the kept sums, the quality
 * of the measurements from the series of the year. One statement.
 */
export function indicatorParts(
  db: Db,
  {
    periodKey,
    unitId,
    smallest,
    most,
  }: { readonly periodKey: string; readonly unitId: string; readonly smallest: number; readonly most: number },
): Promise<IndicatorParts[]> {
  return db.$queryRaw<IndicatorParts[]>(Prisma.sql`
    WITH kept AS (
      SELECT s.indicator_id, s.items, s.measured, q.year FROM indicator_summary s JOIN period q ON q.id = s.period_id
      WHERE q.key = ${periodKey} AND s.unit_id = ${unitId}::uuid AND s.items > 0 AND s.items >= ${smallest}
      ORDER BY s.measured::numeric / s.items, s.items DESC, s.indicator_id LIMIT ${most}
    )
    SELECT k.indicator_id AS "indicatorId", k.items, k.measured, (100.0 * k.measured / k.items)::text AS ms, (100 * avg(m.quality))::text AS ev
    FROM kept k LEFT JOIN (measurement_series s
      LEFT JOIN employee e ON e.id = s.employee_id
      JOIN unit_ancestor up ON up.unit_id = coalesce(s.unit_id, e.unit_id) AND up.ancestor_id = ${unitId}::uuid
      JOIN realisation m ON m.series_id = s.id AND m.state IN ('VERIFIED', 'LOCKED') AND m.value IS NOT NULL)
      ON s.indicator_id = k.indicator_id AND s.year = k.year
    GROUP BY k.indicator_id, k.items, k.measured ORDER BY k.measured::numeric / k.items, k.items DESC, k.indicator_id`)
}
