import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, canEverywhere } from '../../identity/policy.ts'
import { deliveredStates, type PeriodFacts, type RealisationFacts } from '../policy.ts'
import { visibleAppraisals } from '../queries.ts'

/** What the policy must know of periods, in the order of their ids. Counts only the newest record of each series. */
export async function readPeriodFacts(
  db: Pick<Prisma.TransactionClient, '$queryRaw'>,
  ids: readonly string[],
): Promise<(PeriodFacts | null)[]> {
  const rows = await db.$queryRaw<(PeriodFacts & { id: string })[]>(Prisma.sql`
    SELECT p.id, p.state, year.state AS "yearState", (SELECT count(*)::int FROM realisation r JOIN period q ON q.id = r.period_id
      WHERE (q.id = p.id OR q.parent_id = p.id) AND r.state = 'SUBMITTED'
        AND NOT EXISTS (SELECT FROM realisation n WHERE n.series_id = r.series_id AND n.period_id = r.period_id AND n.version > r.version)) AS unverified
    FROM period p LEFT JOIN period year ON year.id = p.parent_id WHERE p.id = ANY (${[...ids]}::uuid[])`)
  return inOrder(ids, rows)
}

/** The same for one period of an answer: all of its periods cost one statement. */
export function periodFacts({ db, loaders }: Context, id: string): Promise<PeriodFacts | null> {
  return loaders.load('period.facts', id, (ids) => readPeriodFacts(db, ids))
}

/** What the policy must know of a measurement, for all measurements of one answer in one statement. */
export function realisationFacts({ db, loaders }: Context, id: string): Promise<RealisationFacts | null> {
  return loaders.load('realisation.facts', id, async (ids) => {
    const rows = await db.$queryRaw<{ id: string; facts: RealisationFacts }[]>(Prisma.sql`
      SELECT r.id, json_build_object(
        'state', r.state, 'recordedById', r.recorded_by_id,
        'isLatest', NOT EXISTS (SELECT FROM realisation n WHERE n.series_id = r.series_id AND n.period_id = r.period_id AND n.version > r.version),
        'quarter', json_build_object('state', q.state, 'yearState', year.state),
        'employee', CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'superiorId', e.superior_id, 'superiorsSuperiorId', superior.superior_id) END,
        'underUnitIds', (SELECT json_agg(a.ancestor_id ORDER BY a.distance) FROM unit_ancestor a WHERE a.unit_id = coalesce(e.unit_id, s.unit_id))
      ) AS facts
      FROM realisation r JOIN measurement_series s ON s.id = r.series_id JOIN period q ON q.id = r.period_id JOIN period year ON year.id = q.parent_id
      LEFT JOIN employee e ON e.id = s.employee_id LEFT JOIN employee superior ON superior.id = e.superior_id
      WHERE r.id = ANY (${[...ids]}::uuid[])`)
    return inOrder(ids, rows).map((row) => row?.facts ?? null)
  })
}

function inOrder<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** Appraisals whose ratings the actor may read: the WHERE clause that agrees with `visibleAppraisals` and `seesRating` together. */
export function visibleRatings(actor: Actor, now: Date): Prisma.AppraisalWhereInput {
  const rows = visibleAppraisals(actor, now)
  if (actor.employeeId === null || canEverywhere(actor, 'appraisals.read')) return rows
  return { AND: [rows, { OR: [{ employeeId: { not: actor.employeeId } }, { state: { in: [...deliveredStates] } }] }] }
}
