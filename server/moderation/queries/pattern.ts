import { predikatCounts } from '../../appraisals/queries/predikat-counts.ts'
import { refuseSmall, smallestGroup } from '../../appraisals/queries/small-groups.ts'
import {
  type DistributionCheck,
  distributionCheck,
  type OrgPredikat,
  type PredikatCounts,
} from '../../appraisals/rules/distribution.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import type { Settings } from '../../identity/rules/settings.ts'
import { found, idOf } from '../../list.ts'

export type UnitPattern = {
  readonly unitId: string
  readonly periodId: string
  /** Version of the decision on the organisation predikat; 0 before the first. */
  readonly version: number
  readonly mode: Settings['distMode']
  readonly orgPredikat: OrgPredikat | null
  readonly justification: string | null
  /** As people are rated now; null without an organisation predikat. */
  readonly rated: DistributionCheck | null
  /** As the evidence alone suggests. */
  readonly suggested: DistributionCheck | null
  readonly ratedCounts: PredikatCounts
  readonly suggestedCounts: PredikatCounts
  /** People rated below or above what the evidence suggests. */
  readonly below: number
  readonly above: number
  /** The nearest unit above that is large enough to be judged by, while this one is not (LOCAL). */
  readonly pooledAtUnitId: string | null
  readonly pooled: DistributionCheck | null
}

type Row = {
  readonly unitId: string
  readonly periodId: string
  readonly version: number
  readonly endsOn: Date
  readonly orgPredikat: OrgPredikat | null
  readonly justification: string | null
  readonly rated: PredikatCounts
  readonly suggested: PredikatCounts
  readonly below: number
  readonly above: number
}

/** Whoever leads the unit is not counted in it (F6). */
const counted = (column: Prisma.Sql) => predikatCounts(column, Prisma.sql`NOT j.leads`)

/**
 * F6 live for a unit with everything below it, by the settings of the last day of the period: the ratings as they stand beside what the evidence suggests. Too
 * small a unit is judged with the nearest larger one above it (LOCAL). Whoever leads a unit is not counted in it. A consideration: it changes nobody's
 * predikat. Throws K_ANONYMITY and NOT_FOUND.
 */
export async function unitPattern(
  asked: Pick<Context, 'db' | 'actor' | 'now'>,
  scope: { readonly periodKey: string; readonly unitId: string },
): Promise<UnitPattern> {
  const unitId = idOf('Unit', scope.unitId)
  const rows = await asked.db.$queryRaw<Row[]>(Prisma.sql`
    WITH judged AS (
      SELECT up.ancestor_id, a.predikat, CASE WHEN a.rated_at IS NULL THEN a.predikat ELSE a.suggested_predikat END AS suggested,
        coalesce(s.leads_unit, false) AND a.unit_id = up.ancestor_id AS leads
      FROM appraisal a JOIN period q ON q.id = a.period_id AND q.key = ${scope.periodKey} JOIN unit_ancestor up ON up.unit_id = a.unit_id
        AND up.ancestor_id IN (SELECT ancestor_id FROM unit_ancestor WHERE unit_id = ${unitId}::uuid)
      LEFT JOIN skp s ON s.id = a.skp_id WHERE a.is_current AND a.state <> 'BATAL'
    )
    SELECT up.ancestor_id AS "unitId", q.id AS "periodId", coalesce(d.version, 0)::int AS version, q.ends_on AS "endsOn", d.predikat AS "orgPredikat", d.justification,
      ${counted(Prisma.sql`j.predikat`)} AS rated, ${counted(Prisma.sql`j.suggested`)} AS suggested,
      count(*) FILTER (WHERE j.predikat > j.suggested AND NOT j.leads)::int AS below, count(*) FILTER (WHERE j.predikat < j.suggested AND NOT j.leads)::int AS above
    FROM unit_ancestor up JOIN period q ON q.key = ${scope.periodKey}
    LEFT JOIN org_predikat_decision d ON d.unit_id = up.ancestor_id AND d.period_id = q.id AND d.is_current
    LEFT JOIN judged j ON j.ancestor_id = up.ancestor_id
    WHERE up.unit_id = ${unitId}::uuid GROUP BY up.ancestor_id, up.distance, q.id, d.version, d.predikat, d.justification ORDER BY up.distance`)
  const own = found(rows[0])
  const [settings, smallest] = await Promise.all([settingsOn(asked.db, own.endsOn), smallestGroup(asked, scope.unitId)])
  const size = (counts: PredikatCounts) => Object.values(counts).reduce((sum, count) => sum + count, 0)
  refuseSmall(size(own.rated), smallest)
  const check = (orgPredikat: OrgPredikat | null, counts: PredikatCounts) =>
    orgPredikat === null ? null : distributionCheck({ orgPredikat, counts }, { distMinN: settings.distMinN })
  const larger =
    size(own.rated) >= settings.distMinN
      ? undefined
      : rows.slice(1).find((row) => row.orgPredikat !== null && size(row.rated) >= settings.distMinN)
  return {
    unitId,
    periodId: own.periodId,
    version: own.version,
    mode: settings.distMode,
    orgPredikat: own.orgPredikat,
    justification: own.justification,
    rated: check(own.orgPredikat, own.rated),
    suggested: check(own.orgPredikat, own.suggested),
    ratedCounts: own.rated,
    suggestedCounts: own.suggested,
    below: own.below,
    above: own.above,
    pooledAtUnitId: larger?.unitId ?? null,
    pooled: larger ? check(larger.orgPredikat, larger.rated) : null,
  }
}
