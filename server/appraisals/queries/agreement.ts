import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { found } from '../../list.ts'
import {
  type AgreementBand,
  agreementBand,
  intraclassCorrelation,
  leastDoubleRated,
  type Variation,
  weightedKappa,
} from '../rules/agreement.ts'
import type { AggregateScope } from './aggregates.ts'
import { comparedUnit } from './compare.ts'
import { periodIdOf } from './judgements.ts'
import { smallestGroup } from './small-groups.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now'>

/** Groups that judge the same people, in the order in which they are always listed; of DIRI nothing is counted anywhere else. */
export const groupPairs = ['ATASAN_REKAN', 'ATASAN_BAWAHAN', 'REKAN_BAWAHAN', 'ATASAN_DIRI'] as const
export type GroupPair = (typeof groupPairs)[number]

export type Agreement = {
  readonly pair: GroupPair
  /** People judged by both groups. */
  readonly people: number
  /** Their values of behaviour that both judged: the double-rated cases. */
  readonly cases: number
  /** F14, four decimals; null for too few people, or where no disagreement is to be expected. */
  readonly kappa: number | null
  readonly band: AgreementBand | null
}

/** How far the colleagues of the same people agree among themselves: ICC(1) over the means of their seven values. */
export type PeerAgreement = {
  readonly people: number
  readonly ratings: number
  readonly icc: number | null
  readonly band: AgreementBand | null
}

export type UnitAgreement = { readonly pairs: readonly Agreement[]; readonly peers: PeerAgreement }

type PairRow = {
  readonly pair: GroupPair
  readonly a: number | null
  readonly b: number | null
  readonly people: number
  readonly cases: number
}

/**
 * F14 for a unit with everything below it: do the groups that judge the same people say the same? Each group of each person speaks with the level of its mean
 * (thresholds of F3a); colleagues and subordinates below `anonymityMinRaters` are held back as everywhere. Too few people for the caller give no number.
 * At most six statements.
 */
export async function agreementOf(asked: Asked, scope: AggregateScope): Promise<UnitAgreement> {
  const [unitId, smallest, leastRaters] = await Promise.all([
    comparedUnit(asked, scope.underUnitId),
    smallestGroup(asked, scope.underUnitId),
    leastRatersOf(asked, scope.periodKey),
  ])
  const [pairs, peers] = await Promise.all([
    pairsWithin(asked, scope.periodKey, { unitId, smallest, leastRaters }),
    peerVariation(asked, scope.periodKey, unitId, leastRaters),
  ])
  const icc = peers.targets >= Math.max(leastDoubleRated, smallest) ? intraclassCorrelation(peers) : null
  return { pairs, peers: { people: peers.targets, ratings: peers.ratings, icc, band: icc === null ? null : agreementBand(icc) } }
}

/** How many of a group must have judged before their mean counts: `anonymityMinRaters` as it stood when the period ended. Two statements. */
export async function leastRatersOf({ db }: Asked, periodKey: string): Promise<number> {
  const { endsOn } = found(await db.period.findFirst({ where: { key: periodKey }, select: { endsOn: true } }))
  return (await settingsOn(db, endsOn)).anonymityMinRaters
}

type Within = { readonly unitId: string; readonly smallest: number; readonly leastRaters: number }

/** F14 of each pair of groups, for a unit that the caller was found to see. One statement. */
export async function pairsWithin(
  asked: Asked,
  periodKey: string,
  { unitId, smallest, leastRaters }: Within,
): Promise<Agreement[]> {
  const rows = await pairRows(asked, periodKey, unitId, leastRaters)
  return groupPairs.map((pair) =>
    agreementOfPair(
      pair,
      rows.filter((row) => row.pair === pair),
      Math.max(leastDoubleRated, smallest),
    ),
  )
}

function agreementOfPair(pair: GroupPair, rows: readonly PairRow[], least: number): Agreement {
  const whole = rows.find(({ a }) => a === null)
  const people = whole?.people ?? 0
  const cases = whole?.cases ?? 0
  const levels = rows.flatMap(({ a, b, cases: times }) =>
    a === null || b === null ? [] : Array.from({ length: times }, () => [a, b] as const),
  )
  const kappa =
    people >= least
      ? weightedKappa(
          levels.map(([a]) => a),
          levels.map(([, b]) => b),
        ).value
      : null
  return { pair, people, cases, kappa, band: kappa === null ? null : agreementBand(kappa) }
}

/** Ratings of the current appraisals of a unit, one line a rater and value; of open groups none that could name its members. */
const ratingsOf = (periodKey: string, unitId: string) => Prisma.sql`
  FROM appraisal a JOIN unit_ancestor up ON up.unit_id = a.unit_id AND up.ancestor_id = ${unitId}::uuid
  JOIN behaviour_rating b ON b.employee_id = a.employee_id AND b.period_id = a.period_id
  WHERE a.period_id = ${periodIdOf(periodKey)} AND a.is_current AND a.state <> 'BATAL'`

/** Levels of two groups for the same person and value, counted; a line without levels is the sum of its pair. */
function pairRows({ db }: Asked, periodKey: string, unitId: string, least: number): Promise<PairRow[]> {
  return db.$queryRaw<PairRow[]>(Prisma.sql`
    WITH rated AS (
      SELECT b.employee_id, b.rater_group, b.bp, b.ak, b.ko, b.ha, b.lo, b.ad, b.kl ${ratingsOf(periodKey, unitId)}
    ), levels AS (
      SELECT employee_id, rater_group, code, CASE WHEN avg(level) >= 2.5 THEN 3 WHEN avg(level) < 1.5 THEN 1 ELSE 2 END AS level
      FROM rated CROSS JOIN LATERAL (VALUES ('BP', bp), ('AK', ak), ('KO', ko), ('HA', ha), ('LO', lo), ('AD', ad), ('KL', kl)) v(code, level)
      WHERE level IS NOT NULL GROUP BY employee_id, rater_group, code
      HAVING rater_group IN ('ATASAN', 'DIRI') OR count(*) >= ${least}
    )
    SELECT x.rater_group::text || '_' || y.rater_group::text AS pair, x.level AS a, y.level AS b, count(DISTINCT employee_id)::int AS people, count(*)::int AS cases
    FROM levels x JOIN levels y USING (employee_id, code) WHERE x.rater_group::text || '_' || y.rater_group::text = ANY (${[...groupPairs]})
    GROUP BY GROUPING SETS ((x.rater_group, y.rater_group), (x.rater_group, y.rater_group, x.level, y.level))`)
}

/** Sums of squares of what colleagues say of the same people; only of groups that are large enough. */
async function peerVariation({ db }: Asked, periodKey: string, unitId: string, least: number): Promise<Variation> {
  const [row] = await db.$queryRaw<Variation[]>(Prisma.sql`
    WITH said AS (
      SELECT b.employee_id, (b.bp + b.ak + b.ko + b.ha + b.lo + b.ad + b.kl) / 7.0 AS mean ${ratingsOf(periodKey, unitId)}
        AND b.rater_group = 'REKAN' AND num_nulls(b.bp, b.ak, b.ko, b.ha, b.lo, b.ad, b.kl) = 0
    ), people AS (
      SELECT employee_id, count(*) AS k, avg(mean) AS mean, sum(mean * mean) AS squares FROM said GROUP BY employee_id HAVING count(*) >= ${least}
    ), grand AS (SELECT sum(k * mean) / nullif(sum(k), 0) AS mean FROM people)
    SELECT count(*)::int AS targets, coalesce(sum(k), 0)::int AS ratings, coalesce(sum(k * k), 0)::text AS "squaredSizes",
      coalesce(sum(k * (people.mean - grand.mean) ^ 2), 0)::numeric(30, 12)::text AS between,
      greatest(coalesce(sum(squares - k * people.mean * people.mean), 0), 0)::numeric(30, 12)::text AS within
    FROM people CROSS JOIN grand`)
  return row ?? { targets: 0, ratings: 0, squaredSizes: 0, between: 0, within: 0 }
}
