import type { Prisma } from '../generated/prisma/client.ts'
import { type Actor, can, reachOf } from '../identity/policy.ts'
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
