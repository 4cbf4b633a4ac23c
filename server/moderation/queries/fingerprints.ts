import { judgements, periodIdOf } from '../../appraisals/queries/judgements.ts'
import { objectiveScore, type RaterSeverity, raterSeverity } from '../../appraisals/rules/rater-severity.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, reachOf } from '../../identity/policy.ts'
import { isStraightLining } from '../rules/signals.ts'

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
      SELECT rater_id AS "raterId", judged, score::text AS score FROM ${judgements(periodIdOf(periodKey))} j`),
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
