import { type ImprovementTriggered, improvementsTriggered } from '../../appraisals/queries/improvement.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { reachOf } from '../../identity/policy.ts'
import { idOf } from '../../list.ts'

/** Rows of the list that one answer holds. */
const most = 100

export type ImprovementDue = ImprovementTriggered & { readonly isOverdue: boolean }

/**
 * People without an improvement plan whose results oblige to open one, soonest due first, at most 100: one's own people, at two levels, and those within the reach of
 * `appraisals.read`. Four statements.
 */
export async function improvementsDue(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  underUnitId: string | null | undefined,
): Promise<ImprovementDue[]> {
  const reach = reachOf(actor, 'appraisals.read')
  const me = actor.scopes === null ? actor.employeeId : null
  const under = (ids: readonly string[]) =>
    Prisma.sql`e.unit_id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ANY (${[...ids]}::uuid[]))`
  const seen =
    reach === 'ALL'
      ? Prisma.sql`TRUE`
      : Prisma.sql`(${under(reach)} OR e.superior_id = ${me}::uuid OR e.superior_id IN (SELECT id FROM employee WHERE superior_id = ${me}::uuid))`
  const where = underUnitId ? Prisma.sql`${seen} AND ${under([idOf('Unit', underUnitId)])}` : seen
  const triggered = await improvementsTriggered(db, now, where)
  const ids = triggered.flatMap(({ results }) => results.map(({ appraisalId }) => appraisalId))
  const opened = await db.improvementPlan.findMany({ where: { appraisalId: { in: ids } }, select: { appraisalId: true } })
  const withPlan = new Set(opened.map(({ appraisalId }) => appraisalId))
  return triggered
    .filter(({ results }) => !results.some(({ appraisalId }) => withPlan.has(appraisalId)))
    .slice(0, most)
    .map((one) => ({ ...one, isOverdue: one.dueAt < now }))
}
