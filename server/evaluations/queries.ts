import type { Context } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { type Actor, can, reachOf } from '../identity/policy.ts'
import { seesRow } from '../monitoring/queries.ts'
import { nothing, underUnits } from '../organization/queries.ts'

/** Designs that exist for this actor: registered ones for whoever sees aggregates, drafts within the reach of `monitoring.read` over the programme's unit. */
export function visibleDesigns(actor: Actor): Prisma.ImpactDesignWhereInput {
  const reach = reachOf(actor, 'monitoring.read')
  if (reach === 'ALL') return {}
  const ways: Prisma.ImpactDesignWhereInput[] = reach.length > 0 ? [{ programme: underUnits(reach) }] : []
  if (can(actor, 'aggregates.read')) ways.push({ state: 'TERDAFTAR' })
  return ways.length === 0 ? nothing : { OR: ways }
}

export function seesDesign(context: Context, id: string): boolean | Promise<boolean> {
  const visible = visibleDesigns(context.actor)
  return seesRow(context, 'impactDesign', visible, id, (ids) =>
    context.db.impactDesign.findMany({ where: { AND: [{ id: { in: [...ids] } }, visible] }, select: { id: true } }),
  )
}
