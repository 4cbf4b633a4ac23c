import { objectiveScore, type RaterSeverity, raterSeverity } from '../../appraisals/rules/rater-severity.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, reachOf } from '../../identity/policy.ts'
import { idOf } from '../../list.ts'
import { isQuestion, isStraightLining, type SignalCode, shareOf, type Tally } from '../rules/signals.ts'

type Asked = Pick<Context, 'db' | 'actor'>

export type RaterFingerprint = RaterSeverity & {
  readonly raterId: string
  /** Ratees with one and the same level on all seven values, of those rated completely. */
  readonly identical: number
  readonly people: number
  readonly isStraightLining: boolean
}

/**
 * Which raters the actor may read the severity of (TA2): the own, those of one's own subordinates, and within the reach of `appraisals.read`.
 */
function seenRaters(actor: Actor): Prisma.Sql {
  const reach = reachOf(actor, 'appraisals.read')
  if (reach === 'ALL') return Prisma.sql`TRUE`
  const me = actor.scopes === null ? actor.employeeId : null
  return Prisma.sql`(e.id = ${me}::uuid OR e.superior_id = ${me}::uuid
    OR e.unit_id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ANY (${[...reach]}::uuid[])))`
}

/**
 * F13 and straight-lining of every superior who judged in a period (LOCAL): the decided rating, or where nobody rated yet, the judgement that the superior gave with
 * the behaviour, against the measured score. A reason to look, never a correction. Two statements.
 */
export async function raterFingerprints({ db, actor }: Asked, periodKey: string): Promise<RaterFingerprint[]> {
  const [pairs, lines] = await Promise.all([
    db.$queryRaw<{ raterId: string; judged: number; score: string }[]>(Prisma.sql`
      SELECT coalesce(CASE WHEN a.rated_at IS NOT NULL THEN a.rated_by_id END, b.rater_id) AS "raterId", a.weighted_score::text AS score,
        CASE WHEN a.rated_at IS NOT NULL THEN array_position(ARRAY['DI_BAWAH', 'SESUAI', 'DI_ATAS']::level[], a.result_rating) ELSE b.result_judgement END::int AS judged
      FROM appraisal a JOIN period q ON q.id = a.period_id AND q.key = ${periodKey}
      LEFT JOIN LATERAL (SELECT rater_id, result_judgement FROM behaviour_rating r WHERE r.employee_id = a.employee_id AND r.period_id = a.period_id
        AND r.rater_group = 'ATASAN' AND r.result_judgement IS NOT NULL ORDER BY r.rater_id LIMIT 1) b ON TRUE
      WHERE a.is_current AND a.state <> 'BATAL' AND a.weighted_score IS NOT NULL
        AND CASE WHEN a.rated_at IS NOT NULL THEN a.rated_by_id IS NOT NULL AND a.result_rating IS NOT NULL ELSE b.rater_id IS NOT NULL END`),
    db.$queryRaw<{ raterId: string; identical: number; people: number }[]>(Prisma.sql`
      SELECT e.id AS "raterId", count(*) FILTER (WHERE r.bp = r.ak AND r.ak = r.ko AND r.ko = r.ha AND r.ha = r.lo AND r.lo = r.ad AND r.ad = r.kl)::int AS identical,
        count(*) FILTER (WHERE num_nulls(r.bp, r.ak, r.ko, r.ha, r.lo, r.ad, r.kl) = 0)::int AS people
      FROM employee e LEFT JOIN behaviour_rating r ON r.rater_id = e.id AND r.rater_group = 'ATASAN' AND r.period_id = (SELECT id FROM period WHERE key = ${periodKey})
      WHERE ${seenRaters(actor)}
        AND (r.id IS NOT NULL OR e.id IN (SELECT rated_by_id FROM appraisal a JOIN period q ON q.id = a.period_id WHERE q.key = ${periodKey}))
      GROUP BY e.id`),
  ])
  const byRater = Map.groupBy(pairs, ({ raterId }) => raterId)
  const report = raterSeverity(
    Object.fromEntries(
      [...byRater].map(([id, own]) => [id, own.map(({ judged, score }) => [judged, objectiveScore(score)] as const)]),
    ),
  )
  return lines
    .map(({ raterId, identical, people }): RaterFingerprint => {
      const severity = report.raters[raterId] ?? { n: 0, L: null, se: null, flag: 'OK' as const }
      return { ...severity, raterId, identical, people, isStraightLining: isStraightLining({ identical, people }) }
    })
    .sort((a, b) => Math.abs(b.L ?? 0) - Math.abs(a.L ?? 0) || (a.raterId < b.raterId ? -1 : 1))
}

export type UnitSignal = Tally & { readonly unitId: string; readonly share: number | null }

/**
 * The gaming register (domain B8) as questions about units with everything below them: results bunched just above a threshold, measurements recorded in bulk
 * on the last day, targets below their baseline without a reason, results at the cap, and measurements verified by their recorder. Whoever holds `appraisals.read`
 * over a unit may ask. Two statements.
 */
export async function gamingSignals(
  { db, actor }: Asked,
  { periodKey, underUnitId }: { readonly periodKey: string; readonly underUnitId?: string | null },
): Promise<UnitSignal[]> {
  const reach = reachOf(actor, 'appraisals.read')
  const within = (column: Prisma.Sql) => Prisma.sql`${column} IN (SELECT u.id FROM unit u
    WHERE ${underUnitId ? Prisma.sql`u.id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ${idOf('Unit', underUnitId)}::uuid)` : Prisma.sql`TRUE`}
      AND ${reach === 'ALL' ? Prisma.sql`TRUE` : Prisma.sql`u.id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ANY (${[...reach]}::uuid[]))`})`
  const near = (from: number, to: number) =>
    Prisma.sql`count(*) FILTER (WHERE i.achievement_pct >= ${from} AND i.achievement_pct < ${to})::int`
  const [results, records] = await Promise.all([
    db.$queryRaw<{ unitId: string; tallies: Tally[] }[]>(Prisma.sql`
      SELECT up.ancestor_id AS "unitId", json_build_array(
        json_build_object('code', 'BUNCHING_LOW', 'count', ${near(90, 92.01)}, 'of', ${near(88, 92.01)}),
        json_build_object('code', 'BUNCHING_HIGH', 'count', ${near(110, 112.01)}, 'of', ${near(108, 112.01)}),
        json_build_object('code', 'REPEATED_CAP', 'count', count(*) FILTER (WHERE i.achievement_pct >= 120)::int, 'of', count(i.achievement_pct)::int),
        json_build_object('code', 'SANDBAG', 'of', count(*) FILTER (WHERE k.target > 0 AND k.baseline > 0)::int, 'count', count(*) FILTER (WHERE k.target > 0 AND k.baseline > 0
          AND k.target_reason IS NULL AND CASE WHEN v.polarity = 'MINIMIZE' THEN k.baseline < k.target ELSE k.target < k.baseline END)::int)
      ) AS tallies
      FROM appraisal a JOIN period q ON q.id = a.period_id AND q.key = ${periodKey}
      JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id
      LEFT JOIN iki k ON k.id = i.iki_id LEFT JOIN indicator_version v ON v.id = i.indicator_version_id
      JOIN unit_ancestor up ON up.unit_id = a.unit_id
      WHERE a.is_current AND a.state <> 'BATAL' AND ${within(Prisma.sql`up.ancestor_id`)} GROUP BY up.ancestor_id`),
    db.$queryRaw<{ unitId: string; tallies: Tally[] }[]>(Prisma.sql`
      SELECT up.ancestor_id AS "unitId", json_build_array(
        json_build_object('code', 'LATE_BULK', 'count', count(*) FILTER (WHERE m.measured_on = p.closes_on)::int, 'of', count(*)::int),
        json_build_object('code', 'SELF_VERIFIED', 'count', count(*) FILTER (WHERE m.verified_by_id = m.recorded_by_id)::int, 'of', count(m.verified_by_id)::int)
      ) AS tallies
      FROM period q JOIN period p ON p.id = q.id OR p.parent_id = q.id JOIN realisation m ON m.period_id = p.id JOIN measurement_series s ON s.id = m.series_id
      LEFT JOIN employee e ON e.id = s.employee_id JOIN unit_ancestor up ON up.unit_id = coalesce(s.unit_id, e.unit_id)
      WHERE q.key = ${periodKey} AND m.state IN ('SUBMITTED', 'VERIFIED', 'LOCKED') AND ${within(Prisma.sql`up.ancestor_id`)}
      GROUP BY up.ancestor_id`),
  ])
  const order: readonly SignalCode[] = ['SELF_VERIFIED', 'BUNCHING_HIGH', 'BUNCHING_LOW', 'LATE_BULK', 'SANDBAG', 'REPEATED_CAP']
  return [...results, ...records]
    .flatMap(({ unitId, tallies }) => tallies.filter(isQuestion).map((tally) => ({ ...tally, unitId, share: shareOf(tally) })))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || b.count - a.count || (a.unitId < b.unitId ? -1 : 1))
}
