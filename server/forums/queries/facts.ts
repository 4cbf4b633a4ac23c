import type { Context } from '../../context.ts'
import type { Fkp, Prisma } from '../../generated/prisma/client.ts'
import type { FkpFacts } from '../policy.ts'
import { visibleFkps } from '../queries.ts'

/** What of the parts of a forum its policy must know. */
export const partsOfFacts = {
  invitations: { select: { role: true, attended: true } },
  issues: { select: { id: true, _count: { select: { agreements: true } } } },
} as const satisfies Prisma.FkpInclude

type Parts = Prisma.FkpGetPayload<{ select: typeof partsOfFacts }>

export function factsOf(
  { state, revision, heldOn }: Pick<Fkp, 'state' | 'revision' | 'heldOn'>,
  { invitations, issues }: Parts,
  underUnitIds: readonly string[],
): FkpFacts {
  return {
    state,
    revision,
    heldOn,
    underUnitIds,
    roles: invitations.map(({ role }) => role),
    attended: invitations.flatMap(({ role, attended }) => (attended ? [role] : [])),
    issues: issues.length,
    openIssues: issues.filter(({ _count }) => _count.agreements === 0).length,
  }
}

type Asked = Pick<Context, 'actor' | 'db' | 'loaders'>

/** The same for a forum of an answer; all of them cost two statements. */
export async function fkpFacts(
  { db, loaders }: Asked,
  row: Pick<Fkp, 'id' | 'state' | 'revision' | 'heldOn' | 'unitId'>,
): Promise<FkpFacts> {
  const [parts, above] = await Promise.all([
    loaders.load('fkp.parts', row.id, async (ids) => {
      const rows = await db.fkp.findMany({ where: { id: { in: [...ids] } }, select: { id: true, ...partsOfFacts } })
      const byId = new Map(rows.map((one) => [one.id, one]))
      return ids.map((id): Parts => byId.get(id) ?? { invitations: [], issues: [] })
    }),
    unitsAbove({ db, loaders }, row.unitId),
  ])
  return factsOf(row, parts, above)
}

/** The unit with every unit above it. */
export function unitsAbove({ db, loaders }: Pick<Context, 'db' | 'loaders'>, unitId: string): Promise<readonly string[]> {
  return loaders.load('fkp.unitsAbove', unitId, async (ids) => {
    const rows = await db.unitAncestor.findMany({
      where: { unitId: { in: [...ids] } },
      select: { unitId: true, ancestorId: true },
    })
    const byUnit = Map.groupBy(rows, (one) => one.unitId)
    return ids.map((id) => (byUnit.get(id) ?? []).map(({ ancestorId }) => ancestorId))
  })
}

/** Does this forum exist for the caller? One statement for all that are asked about in one tick. */
export function seesFkp({ actor, db, loaders }: Asked, id: string): Promise<boolean> {
  return loaders.load('fkp.visible', id, async (ids) => {
    const rows = await db.fkp.findMany({ where: { AND: [{ id: { in: [...ids] } }, visibleFkps(actor)] }, select: { id: true } })
    const seen = new Set(rows.map((row) => row.id))
    return ids.map((one) => seen.has(one))
  })
}
