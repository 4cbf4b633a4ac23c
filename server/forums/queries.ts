import type { FkpState, Prisma } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { idOf } from '../list.ts'
import { nothing, underUnits } from '../organization/queries.ts'

/**
 * Forums that exist for this actor: those that are settled or published for whoever is signed in, drafts within the reach of `forums.manage`, and those in which
 * something is theirs to do.
 */
export function visibleFkps(actor: Actor): Prisma.FkpWhereInput {
  if (actor.kind === 'ANONYMOUS') return nothing
  const reach = reachOf(actor, 'forums.manage')
  if (reach === 'ALL') return {}
  const ways: Prisma.FkpWhereInput[] = [{ state: { in: ['SELESAI', 'DIPUBLIKASI'] } }]
  if (reach.length > 0) ways.push(underUnits(reach))
  return { OR: ways }
}

export type FkpFilter = {
  readonly state?: FkpState | null
  /** Global id of a unit. */
  readonly underUnitId?: string | null
  readonly search?: string | null
  /** An agreement of it is past its day. */
  readonly hasOverdue?: boolean | null
  /** An open agreement of it is the actor's. */
  readonly isMine?: boolean | null
}

/** Forums that meet every condition. Throws INVALID_INPUT for an id of another type. */
export function fkpWhere(filter: FkpFilter | null | undefined, actor: Actor, today: Date): Prisma.FkpWhereInput {
  const { state, underUnitId, search, hasOverdue, isMine } = filter ?? {}
  const mine: Prisma.FkpWhereInput =
    actor.employeeId === null ? nothing : { agreements: { some: { ownerId: actor.employeeId, state: 'BERJALAN' } } }
  const text = search?.trim().replace(/\s+/g, ' ').slice(0, 100)
  const overdue = { agreements: { some: overdueAgreements(today) } }
  return {
    AND: [
      ...(state ? [{ state }] : []),
      ...(underUnitId ? [underUnits([idOf('Unit', underUnitId)])] : []),
      ...(text ? [{ title: { contains: text, mode: 'insensitive' as const } }] : []),
      ...(typeof hasOverdue === 'boolean' ? [hasOverdue ? overdue : { NOT: overdue }] : []),
      ...(isMine ? [mine] : []),
    ],
  }
}

/** Agreements of settled forums that are past their day. */
export function overdueAgreements(today: Date): Prisma.FkpAgreementWhereInput {
  return { state: 'BERJALAN', dueOn: { lt: today }, fkp: { state: { in: ['SELESAI', 'DIPUBLIKASI'] } } }
}

/** Issues of settled forums: those that say something in public. */
export const settledIssues: Prisma.FkpIssueWhereInput = { fkp: { state: { in: ['SELESAI', 'DIPUBLIKASI'] } } }
