import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, reachOf } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { visibleCheckpoints } from '../queries.ts'
import { addDays, graceDays } from '../rules/schedule.ts'
import { tookPart } from './conflicts.ts'

/** How the checkpoints of a team stand. */
export type Timeliness = {
  readonly teamId: string | null
  /** Fallen due, or filed before anybody waited. */
  readonly due: number
  /** Filed by the seventh day after they fell due. */
  readonly inTime: number
  readonly late: number
  /** Neither filed nor closed after that day. */
  readonly overdue: number
  /** In time out of those that could be, 0–1 with 4 decimals; null where none could. */
  readonly rate: string | null
}

/** Checkpoints that the caller may see, by team. Two statements at most, whatever their number. */
export async function timeliness(context: Pick<Context, 'db' | 'actor' | 'now'>): Promise<Timeliness[]> {
  const { db, actor, now } = context
  const today = civilDate(now)
  const rows = await db.checkpoint.findMany({
    where: { AND: [visibleCheckpoints(actor), { dueOn: { lte: today } }, { NOT: { state: 'TUTUP', filedAt: null } }] },
    select: { teamId: true, dueOn: true, filedAt: true },
  })
  const byTeam = Map.groupBy(rows, ({ teamId }) => teamId)
  return [...byTeam].map(([teamId, own]) => {
    const filed = own.flatMap(({ dueOn, filedAt }) => (filedAt ? [{ dueOn, filedOn: civilDate(filedAt) }] : []))
    const inTime = filed.filter(({ dueOn, filedOn }) => filedOn <= addDays(dueOn, graceDays)).length
    const overdue = own.filter(({ dueOn, filedAt }) => filedAt === null && today > addDays(dueOn, graceDays)).length
    const judged = filed.length + overdue
    return {
      teamId,
      due: own.length,
      inTime,
      late: filed.length - inTime,
      overdue,
      rate: judged === 0 ? null : (inTime / judged).toFixed(4),
    }
  })
}

/** How far monitoring reaches in a unit and everything below it. */
export type Coverage = {
  readonly unitId: string
  /** People who took part in a programme that ended within the last 365 days, each programme counted. */
  readonly trained: number
  /** Of these, with at least one checkpoint. */
  readonly covered: number
  /** Of these, with at least one that was filed. */
  readonly seen: number
  readonly overdue: number
}

/** The map of coverage: the units right below one, or the roots with what is right below them. One statement. */
export function coverageOf(
  db: Pick<Context['db'], '$queryRaw'>,
  actor: Actor,
  parentId: string | null,
  now: Date,
): Promise<Coverage[]> {
  const reach = reachOf(actor, 'monitoring.read')
  const today = civilDate(now)
  const within =
    reach === 'ALL'
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT FROM unit_ancestor r WHERE r.unit_id = e.unit_id AND r.ancestor_id = ANY (${[...reach]}::uuid[]))`
  const parents = parentId
    ? Prisma.sql`u.parent_id = ${parentId}::uuid`
    : Prisma.sql`u.parent_id IN (SELECT id FROM unit WHERE parent_id IS NULL)`
  return db.$queryRaw<Coverage[]>(Prisma.sql`
    SELECT u.id AS "unitId", count(DISTINCT p.id)::int AS trained,
      count(DISTINCT c.participant_id)::int AS covered,
      count(DISTINCT c.participant_id) FILTER (WHERE c.filed_at IS NOT NULL)::int AS seen,
      count(c.id) FILTER (WHERE c.state = 'TERLEWAT')::int AS overdue
    FROM unit u JOIN unit_ancestor a ON a.ancestor_id = u.id JOIN employee e ON e.unit_id = a.unit_id
    JOIN participant p ON p.employee_id = e.id AND p.state IN ${tookPart}
    JOIN pembinaan_programme g ON g.id = p.programme_id AND g.ends_on BETWEEN ${addDays(today, -365)}::date AND ${today}::date
    LEFT JOIN checkpoint c ON c.participant_id = p.id
    WHERE ${parents} AND u.closed_on IS NULL AND ${within}
    GROUP BY u.id ORDER BY trained DESC, u.id`)
}
