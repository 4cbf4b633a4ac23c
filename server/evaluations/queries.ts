import type { Prisma } from '../generated/prisma/client.ts'
import { type Actor, can, reachOf } from '../identity/policy.ts'
import { nothing, underUnits } from '../organization/queries.ts'

/** Designs that exist for this actor: registered ones for whoever sees aggregates, drafts within the reach of `monitoring.read` over the programme's unit. */
export function visibleDesigns(actor: Actor): Prisma.ImpactDesignWhereInput {
  const reach = reachOf(actor, 'monitoring.read')
  if (reach === 'ALL') return {}
  const ways: Prisma.ImpactDesignWhereInput[] = reach.length > 0 ? [{ programme: underUnits(reach) }] : []
  if (can(actor, 'aggregates.read')) ways.push({ state: 'TERDAFTAR' })
  return ways.length === 0 ? nothing : { OR: ways }
}
