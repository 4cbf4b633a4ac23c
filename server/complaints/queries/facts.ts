import type { Context } from '../../context.ts'
import type { Complaint } from '../../generated/prisma/client.ts'
import type { ComplaintFacts } from '../policy.ts'
import { visibleComplaints } from '../queries.ts'

type Row = Pick<
  Complaint,
  'id' | 'state' | 'queue' | 'revision' | 'unitId' | 'handlerId' | 'officialId' | 'reopenUntil' | 'satisfaction' | 'isAnonymous'
>

/** What the policy must know of a complaint of an answer; the units of all of them cost one statement. */
export async function complaintFacts({ db, loaders }: Pick<Context, 'db' | 'loaders'>, row: Row): Promise<ComplaintFacts> {
  const underUnitIds =
    row.unitId === null
      ? []
      : await loaders.load('complaint.unitsAbove', row.unitId, async (ids) => {
          const rows = await db.unitAncestor.findMany({
            where: { unitId: { in: [...ids] } },
            select: { unitId: true, ancestorId: true },
          })
          const byUnit = Map.groupBy(rows, ({ unitId }) => unitId)
          return ids.map((id) => (byUnit.get(id) ?? []).map(({ ancestorId }) => ancestorId))
        })
  return { ...row, underUnitIds, hasIdentity: !row.isAnonymous, holdsCode: false }
}

/** Does this complaint exist for the caller? One statement for all that are asked about in one tick. */
export function seesComplaint({ actor, db, loaders }: Pick<Context, 'actor' | 'db' | 'loaders'>, id: string): Promise<boolean> {
  return loaders.load('complaint.visible', id, async (ids) => {
    const rows = await db.complaint.findMany({
      where: { AND: [{ id: { in: [...ids] } }, visibleComplaints(actor)] },
      select: { id: true },
    })
    const seen = new Set(rows.map((row) => row.id))
    return ids.map((one) => seen.has(one))
  })
}
