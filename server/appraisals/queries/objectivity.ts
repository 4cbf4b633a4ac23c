import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type DistributionCheck, distributionCheck, type OrgPredikat, type PredikatCounts } from '../rules/distribution.ts'
import { type ObjectivityComponents, type ObjectivityIndex, objectivityIndex } from '../rules/objectivity.ts'
import { agreementScore, excessScore } from '../rules/objectivity-parts.ts'
import { type AppraisalSettings, defaultAppraisalSettings } from '../rules/settings.ts'
import { type AggregateScope, distributionOf } from './aggregates.ts'
import { leastRatersOf, pairsWithin } from './agreement.ts'
import { comparedUnit } from './compare.ts'
import { judgements, periodIdOf, severities } from './judgements.ts'
import { refuseSmall, smallestGroup } from './small-groups.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now'>
type CheckScope = AggregateScope & { readonly orgPredikat?: OrgPredikat | null }

/**
 * F6 for a unit with everything below it: does the spread fit the pattern that SE MenPANRB 3/2023 gives for a predikat of the organisation?
 * Whoever leads the unit is not counted. A consideration for the leader: it changes nobody's predikat.
 */
export async function patternOf(
  asked: Asked,
  scope: AggregateScope & { readonly orgPredikat: OrgPredikat },
): Promise<DistributionCheck> {
  const { check, people } = await checked(asked, scope, scope.orgPredikat)
  refuseSmall(people, await smallestGroup(asked, scope.underUnitId))
  return check
}

async function checked(asked: Asked, scope: AggregateScope, orgPredikat: OrgPredikat) {
  const [{ appraised, predikat }, leaders, settings] = await Promise.all([
    distributionOf(asked.db, scope),
    leadersOf(asked, scope),
    settingsOn(asked.db, civilDate(asked.now)),
  ])
  const count = (key: string) =>
    (predikat.find((row) => row.key === key)?.count ?? 0) - leaders.filter((led) => led === key).length
  const counts: PredikatCounts = {
    SB: count('SANGAT_BAIK'),
    B: count('BAIK'),
    BP: count('BUTUH_PERBAIKAN'),
    K: count('KURANG'),
    SK: count('SANGAT_KURANG'),
  }
  const check = distributionCheck({ orgPredikat, counts }, { ...defaultAppraisalSettings, distMinN: settings.distMinN })
  return { check, people: appraised }
}

/** Predikat of those who lead the unit itself in the period. */
async function leadersOf(asked: Asked, { periodKey, underUnitId }: AggregateScope): Promise<readonly (string | null)[]> {
  const unitId = await comparedUnit(asked, underUnitId)
  const rows = await asked.db.appraisal.findMany({
    where: { period: { key: periodKey }, unitId, isCurrent: true, skp: { leadsUnit: true } },
    select: { predikat: true },
    take: 10,
  })
  return rows.map(({ predikat }) => predikat)
}

export type Objectivity = ObjectivityIndex & { readonly components: ObjectivityComponents }

/**
 * F20 (LOCAL) for a unit with everything below it. MS and EV are weighted over the planned indicators, SEV over the people whom each
 * superior judged; DC needs the predikat of the organisation; RA is F14 of the superiors and the colleagues who judged the same people.
 */
export async function objectivityOf(asked: Asked, scope: CheckScope): Promise<Objectivity> {
  const [unitId, smallest, leastRaters] = await Promise.all([
    comparedUnit(asked, scope.underUnitId),
    smallestGroup(asked, scope.underUnitId),
    leastRatersOf(asked, scope.periodKey),
  ])
  const [weights, severity, pattern, settings, agreements] = await Promise.all([
    measuredWeights(asked, scope.periodKey, unitId),
    severityScore(asked, scope.periodKey, unitId),
    scope.orgPredikat ? checked(asked, scope, scope.orgPredikat) : null,
    settingsOn(asked.db, civilDate(asked.now)),
    pairsWithin(asked, scope.periodKey, { unitId, smallest, leastRaters }),
  ])
  refuseSmall(weights.people, smallest)
  const dc = pattern && pattern.check.n > 0 ? excessScore(pattern.check) : null
  const ra = agreementScore(agreements.find(({ pair }) => pair === 'ATASAN_REKAN')?.kappa ?? null)
  const components: ObjectivityComponents = { ms: weights.ms, ev: weights.ev, ra, sev: severity, dc }
  const rules: AppraisalSettings = { ...defaultAppraisalSettings, oiWeights: settings.oiWeights }
  return { ...objectivityIndex(components, rules), components }
}

/** MS = Σ w of the measured / Σ w, EV = Σ w·q / Σ w of the measured, q being the mean quality of the measurements of the year. In per cent. */
async function measuredWeights({ db }: Asked, periodKey: string, unitId: string) {
  const [row] = await db.$queryRaw<{ people: number; ms: string | null; ev: string | null }[]>(Prisma.sql`
    WITH planned AS (
      SELECT a.id, i.weight, i.status = 'OK' AS is_measured, i.series_id FROM appraisal a
      JOIN unit_ancestor up ON up.unit_id = a.unit_id AND up.ancestor_id = ${unitId}::uuid
      JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id
      WHERE a.period_id = (SELECT id FROM period WHERE key = ${periodKey}) AND a.is_current AND a.state <> 'BATAL'
    ), quality AS (
      SELECT series_id, avg(quality) AS q FROM realisation
      WHERE state IN ('VERIFIED', 'LOCKED') AND value IS NOT NULL AND series_id IN (SELECT series_id FROM planned) GROUP BY series_id
    )
    SELECT count(DISTINCT id)::int AS people,
      (100 * sum(weight) FILTER (WHERE is_measured) / nullif(sum(weight), 0))::text AS ms,
      (100 * sum(weight * q) FILTER (WHERE is_measured AND q IS NOT NULL) / nullif(sum(weight) FILTER (WHERE is_measured AND q IS NOT NULL), 0))::text AS ev
    FROM planned LEFT JOIN quality USING (series_id)`)
  return row ?? { people: 0, ms: null, ev: null }
}

/** SEV = max(0, 1 − |L| / 0.5) × 100, L being how far a superior's judgements lie above those of all (F13), averaged over the judged. */
async function severityScore({ db }: Asked, periodKey: string, unitId: string): Promise<string | null> {
  const period = periodIdOf(periodKey)
  const [row] = await db.$queryRaw<{ sev: string | null }[]>(Prisma.sql`
    WITH judged AS MATERIALIZED (SELECT * FROM ${judgements(period)} j)
    SELECT (avg(greatest(0, 1 - abs(s.l) / 0.5)) * 100)::text AS sev FROM judged j JOIN ${severities(Prisma.sql`judged`)} s ON s.rater_id = j.rater_id
    WHERE j.unit_id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ${unitId}::uuid)`)
  return row?.sev ?? null
}
