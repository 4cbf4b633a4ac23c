import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { LifeRow } from '../queries/life.ts'
import { shiftCounts } from './life.ts'

/**
 * Takes an appraisal, which still counts, out of the summaries of every unit above it. The newest day of an indicator is looked for again only
 * among the items of that indicator.
 */
export async function withdrawFromSummaries(
  tx: Transaction,
  row: Pick<
    LifeRow,
    'id' | 'periodId' | 'unitId' | 'system' | 'predikat' | 'noPredikatReason' | 'resultRating' | 'behaviourRating'
  >,
): Promise<void> {
  const { id, periodId, unitId, system } = row
  await shiftCounts(tx, row, row, {})
  await tx.$executeRaw(Prisma.sql`
    UPDATE predikat_count SET count = count - 1
    WHERE period_id = ${periodId}::uuid AND dimension = 'SYSTEM' AND key = ${system}
      AND unit_id IN (SELECT ancestor_id FROM unit_ancestor WHERE unit_id = ${unitId}::uuid)`)
  await tx.$executeRaw(Prisma.sql`
    WITH mine AS (
      SELECT v.indicator_id, count(*) AS items, count(*) FILTER (WHERE i.status = 'OK') AS measured, coalesce(sum(i.achievement_pct), 0) AS sum_pct,
        count(*) FILTER (WHERE i.level = 'DI_ATAS') AS above, count(*) FILTER (WHERE i.level = 'DI_BAWAH') AS below
      FROM rhk_result r JOIN iki_result i ON i.rhk_result_id = r.id JOIN indicator_version v ON v.id = i.indicator_version_id
      WHERE r.appraisal_id = ${id}::uuid GROUP BY v.indicator_id
    )
    UPDATE indicator_summary s SET items = s.items - mine.items, measured = s.measured - mine.measured, sum_pct = s.sum_pct - mine.sum_pct,
      above = s.above - mine.above, below = s.below - mine.below,
      latest_measured_on = (SELECT max(i.latest_measured_on) FROM indicator_version v JOIN iki_result i ON i.indicator_version_id = v.id
        JOIN rhk_result r ON r.id = i.rhk_result_id JOIN appraisal a ON a.id = r.appraisal_id JOIN unit_ancestor up ON up.unit_id = a.unit_id
        WHERE v.indicator_id = s.indicator_id AND up.ancestor_id = s.unit_id AND a.period_id = s.period_id AND a.is_current AND a.state <> 'BATAL'
          AND a.id <> ${id}::uuid)
    FROM mine
    WHERE s.period_id = ${periodId}::uuid AND s.indicator_id = mine.indicator_id
      AND s.unit_id IN (SELECT ancestor_id FROM unit_ancestor WHERE unit_id = ${unitId}::uuid)`)
  await tx.$executeRaw(Prisma.sql`
    DELETE FROM indicator_summary WHERE period_id = ${periodId}::uuid AND items = 0
      AND unit_id IN (SELECT ancestor_id FROM unit_ancestor WHERE unit_id = ${unitId}::uuid)`)
}
