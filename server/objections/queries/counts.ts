import type { Context } from '../../context.ts'
import type { ObjectionState } from '../../generated/prisma/client.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'
import { type ObjectionFilter, objectionWhere, visibleObjections, waitingFor } from '../queries.ts'

export type ObjectionCount = { readonly state: ObjectionState; readonly count: number; readonly overdue: number }

/** Objections that meet the filter and exist for the caller, by state; states without any are left out. At most two statements. */
export async function objectionCounts(
  { db, actor, now }: Context,
  filter: ObjectionFilter | null | undefined,
): Promise<ObjectionCount[]> {
  const seen = visibleObjections(actor, now)
  const count = (isOverdue: boolean) =>
    db.objection.groupBy({
      by: ['state'],
      where: { AND: [seen, objectionWhere({ ...filter, ...(isOverdue ? { isOverdue } : {}) }, actor, now)] },
      _count: { _all: true },
      orderBy: { state: 'asc' },
    })
  const [all, overdue] = await Promise.all([count(false), count(true)])
  return all.map(({ state, _count }) => ({
    state,
    count: _count._all,
    overdue: overdue.find((row) => row.state === state)?._count._all ?? 0,
  }))
}

/** Objections whose next step is the caller's. */
export async function objectionsWaiting({ db, actor, now }: Context): Promise<Waits | null> {
  const waits = { AND: [visibleObjections(actor, now), waitingFor(actor)] }
  const { _count, _min } = await db.objection.aggregate({ where: waits, _count: { _all: true }, _min: { filedAt: true } })
  return { count: _count._all, oldestOn: _min.filedAt, link: linkTo('objections', { waitingForMe: true }) }
}
