import type { Context } from '../../context.ts'
import type { ComplaintQueue, ComplaintState } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'
import { complaintWhere, overdueWhere, visibleComplaints, waitingWhere } from '../queries.ts'

export type ComplaintCount = { readonly state: ComplaintState; readonly count: number; readonly overdue: number }

/** Complaints that the caller may see, by state; states without any are left out. Two statements. */
export async function complaintCounts(
  { db, actor, now }: Context,
  queue: ComplaintQueue | null | undefined,
): Promise<ComplaintCount[]> {
  const seen = { AND: [visibleComplaints(actor), complaintWhere({ queue: queue ?? null }, actor, now)] }
  const [all, overdue] = await Promise.all([
    db.complaint.groupBy({ by: ['state'], where: seen, _count: { _all: true }, orderBy: { state: 'asc' } }),
    db.complaint.groupBy({
      by: ['state'],
      where: { AND: [seen, overdueWhere(now)] },
      _count: { _all: true },
      orderBy: { state: 'asc' },
    }),
  ])
  return all.map(({ state, _count }) => ({
    state,
    count: _count._all,
    overdue: overdue.find((row) => row.state === state)?._count._all ?? 0,
  }))
}

/** Complaints whose next step is the caller's. */
export async function complaintsWaiting({ db, actor }: Context): Promise<Waits | null> {
  const waits = { AND: [visibleComplaints(actor), waitingWhere(actor)] }
  const { _count, _min } = await db.complaint.aggregate({ where: waits, _count: { _all: true }, _min: { receivedAt: true } })
  const oldestOn = _min.receivedAt && civilDate(_min.receivedAt)
  return { count: _count._all, oldestOn, link: linkTo('complaints', { waitingForMe: true }) }
}
