import type { Context } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { type Actor, can, reachOf } from '../identity/policy.ts'
import { seesRow } from '../monitoring/queries.ts'
import { nothing, underUnits } from '../organization/queries.ts'

/**
 * Evaluations that exist for this actor: within the reach of `monitoring.read` over the programme's unit; for whoever sees aggregates, those that were
 * published.
 */
export function visibleImpacts(actor: Actor): Prisma.ImpactEvaluationWhereInput {
  const reach = reachOf(actor, 'monitoring.read')
  if (reach === 'ALL') return {}
  const ways: Prisma.ImpactEvaluationWhereInput[] = reach.length > 0 ? [{ programme: underUnits(reach) }] : []
  if (can(actor, 'aggregates.read')) ways.push({ publications: { some: {} } })
  return ways.length === 0 ? nothing : { OR: ways }
}

export function seesImpact(context: Context, id: string): boolean | Promise<boolean> {
  const visible = visibleImpacts(context.actor)
  return seesRow(context, 'impactEvaluation', visible, id, (ids) =>
    context.db.impactEvaluation.findMany({ where: { AND: [{ id: { in: [...ids] } }, visible] }, select: { id: true } }),
  )
}
