import type { Context } from '../../context.ts'
import type { Award } from '../../generated/prisma/client.ts'
import { reachOf } from '../../identity/policy.ts'
import type { AwardFacts } from '../policy.ts'

/** What the policy must know of an award that was read. For many awards in one tick it costs one statement; for whoever decides everywhere or nowhere, none. */
export async function awardFacts(
  { actor, db, loaders }: Context,
  { unitId, ...award }: Pick<Award, 'state' | 'revision' | 'employeeId' | 'proposedById' | 'unitId'>,
): Promise<AwardFacts> {
  const reach = reachOf(actor, 'awards.decide')
  if (reach === 'ALL' || reach.length === 0) return { ...award, underUnitIds: [] }
  const underUnitIds = await loaders.load('recognition.unitsAbove', unitId, async (ids) => {
    const rows = await db.unitAncestor.findMany({
      where: { unitId: { in: [...ids] } },
      select: { unitId: true, ancestorId: true },
    })
    const byUnit = Map.groupBy(rows, (row) => row.unitId)
    return ids.map((id) => (byUnit.get(id) ?? []).map(({ ancestorId }) => ancestorId))
  })
  return { ...award, underUnitIds }
}
