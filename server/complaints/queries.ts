import type { ComplaintCategory, ComplaintChannel, ComplaintQueue, ComplaintState, Prisma } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { idOf } from '../list.ts'
import { nothing, underUnits } from '../organization/queries.ts'
import { isInspector, openStates } from './policy.ts'

/**
 * Complaints that exist for this actor (domain E2, TA2): of the desk within the reach of `complaints.read`, or theirs to answer; about a named official
 * for inspectors of the city alone, whatever else somebody may do. Whoever is named in one never sees it.
 */
export function visibleComplaints(actor: Actor): Prisma.ComplaintWhereInput {
  const me = actor.scopes === null ? actor.employeeId : null
  const ways: Prisma.ComplaintWhereInput[] = []
  const reach = reachOf(actor, 'complaints.read')
  if (reach === 'ALL') ways.push({ queue: 'DESK' })
  else if (reach.length > 0) ways.push({ queue: 'DESK', ...underUnits(reach) })
  if (me !== null) ways.push({ queue: 'DESK', handlerId: me })
  if (isInspector(actor)) ways.push({ queue: 'INSPECTORATE' })
  if (ways.length === 0) return nothing
  if (actor.employeeId === null) return { OR: ways }
  return { AND: [{ OR: ways }, { OR: [{ officialId: null }, { officialId: { not: actor.employeeId } }] }] }
}

export type ComplaintFilter = {
  readonly state?: ComplaintState | null
  readonly queue?: ComplaintQueue | null
  readonly channel?: ComplaintChannel | null
  readonly category?: ComplaintCategory | null
  /** Global id of a unit. */
  readonly underUnitId?: string | null
  /** Part of the number, or of what was said. */
  readonly search?: string | null
  readonly isOpen?: boolean | null
  readonly isOverdue?: boolean | null
  readonly waitingForMe?: boolean | null
}

/** Complaints that meet every condition. Throws INVALID_INPUT for an id of another type. */
export function complaintWhere(filter: ComplaintFilter | null | undefined, actor: Actor, now: Date): Prisma.ComplaintWhereInput {
  const { state, queue, channel, category, underUnitId, search, isOpen, isOverdue, waitingForMe } = filter ?? {}
  const states = [...openStates]
  const text = search?.trim().replace(/\s+/g, ' ').slice(0, 100)
  return {
    AND: [
      ...(state ? [{ state }] : []),
      ...(queue ? [{ queue }] : []),
      ...(channel ? [{ channel }] : []),
      ...(category ? [{ category }] : []),
      ...(underUnitId ? [underUnits([idOf('Unit', underUnitId)])] : []),
      ...(text
        ? [{ OR: [{ number: { startsWith: text } }, { description: { contains: text, mode: 'insensitive' as const } }] }]
        : []),
      ...(typeof isOpen === 'boolean' ? [{ state: isOpen ? { in: states } : { notIn: states } }] : []),
      ...(typeof isOverdue === 'boolean'
        ? [isOverdue ? overdueWhere(now) : { OR: [{ state: { notIn: states } }, { dueAt: null }, { dueAt: { gte: now } }] }]
        : []),
      ...(waitingForMe ? [waitingWhere(actor)] : []),
    ],
  }
}

/** Past the time for the answer, or for the verification, and not answered. */
export function overdueWhere(now: Date): Prisma.ComplaintWhereInput {
  return {
    OR: [
      { state: { in: [...openStates] }, dueAt: { lt: now } },
      { state: 'DITERIMA', verifyDueAt: { lt: now } },
    ],
  }
}

/** Complaints whose next step is the actor's: to verify and assign for who leads them, to start and answer for whom they were assigned. */
export function waitingWhere(actor: Actor): Prisma.ComplaintWhereInput {
  const ways: Prisma.ComplaintWhereInput[] = []
  const toLead = { in: ['DITERIMA', 'DIVERIFIKASI'] satisfies ComplaintState[] }
  const reach = reachOf(actor, 'complaints.manage')
  if (reach === 'ALL') ways.push({ queue: 'DESK', state: toLead })
  else if (reach.length > 0) ways.push({ queue: 'DESK', state: toLead, ...underUnits(reach) })
  if (isInspector(actor)) ways.push({ queue: 'INSPECTORATE', state: toLead })
  if (actor.employeeId !== null && actor.scopes === null) {
    ways.push({ handlerId: actor.employeeId, state: { in: ['DIDISPOSISI', 'DIPROSES', 'DIBUKA_KEMBALI'] } })
  }
  return ways.length === 0 ? nothing : { OR: ways }
}
