import type { Prisma, ViewedPart } from '../../generated/prisma/client.ts'
import { type Actor, canEverywhere } from '../../identity/policy.ts'
import { decodeId, idOf } from '../../list.ts'
import { nothing } from '../../organization/queries.ts'

/** May the actor learn who saw the data of this person? The person may (UU 27/2022 art. 32), and whoever reads the whole audit trail. */
export function seesViewsOf(actor: Actor, employeeId: string): boolean {
  return canEverywhere(actor, 'audit.read') || (actor.scopes === null && actor.employeeId === employeeId)
}

/** Which views exist for this actor; agrees with {@link seesViewsOf}. */
export function visibleRecordViews(actor: Actor): Prisma.RecordViewWhereInput {
  if (canEverywhere(actor, 'audit.read')) return {}
  return actor.scopes === null && actor.employeeId !== null ? { employeeId: actor.employeeId } : nothing
}

export type RecordViewFilter = {
  readonly employeeId?: string | null
  readonly entityId?: string | null
  readonly actorId?: string | null
  readonly part?: ViewedPart | null
  readonly from?: Date | null
  readonly to?: Date | null
}

/** Ids are global ids; `from` is included, `to` is not. */
export function recordViewWhere(filter: RecordViewFilter | null | undefined): Prisma.RecordViewWhereInput {
  const { employeeId, entityId, actorId, part, from, to } = filter ?? {}
  return {
    ...(employeeId ? { employeeId: idOf('Employee', employeeId) } : {}),
    ...(entityId ? { entityId: decodeId(entityId).id } : {}),
    ...(actorId ? { actorId: decodeId(actorId).id } : {}),
    ...(part ? { part } : {}),
    ...(from || to ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
  }
}
