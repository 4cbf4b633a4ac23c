import type { Context } from '../../context.ts'
import type { Award } from '../../generated/prisma/client.ts'
import { type Permission, reachOf } from '../../identity/policy.ts'
import type { AwardFacts } from '../policy.ts'

/** What the policy must know of an award that was read. For many awards in one tick it costs one statement; for whoever decides everywhere or nowhere, none. */
export async function awardFacts(
  context: Context,
  { unitId, ...award }: Pick<Award, 'state' | 'revision' | 'employeeId' | 'proposedById' | 'unitId'>,
): Promise<AwardFacts> {
  return { ...award, underUnitIds: await unitsAbove(context, 'awards.decide', unitId) }
}

/**
 * A unit with every unit above it, to be compared with the reach of a permission. For many units in one tick it costs one statement; for whoever holds it
 * everywhere or nowhere, none.
 */
export async function unitsAbove(
  { actor, db, loaders }: Pick<Context, 'actor' | 'db' | 'loaders'>,
  permission: Permission,
  unitId: string,
): Promise<readonly string[]> {
  const reach = reachOf(actor, permission)
  if (reach === 'ALL' || reach.length === 0) return []
  return loaders.load('unit.ancestors', unitId, async (ids) => {
    const rows = await db.unitAncestor.findMany({
      where: { unitId: { in: [...ids] } },
      select: { unitId: true, ancestorId: true },
    })
    const byUnit = Map.groupBy(rows, (row) => row.unitId)
    return ids.map((id) => (byUnit.get(id) ?? []).map(({ ancestorId }) => ancestorId))
  })
}
