import type { Context } from '../../context.ts'
import type { CheckpointState } from '../../generated/prisma/client.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'
import { type CheckpointFilter, checkpointWhere, visibleCheckpoints, waitingFor } from '../queries.ts'

export type CheckpointCount = { readonly state: CheckpointState; readonly count: number }

/** Checkpoints that the caller may see, by state; states without any are left out. One statement. */
export async function checkpointCounts(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  filter: CheckpointFilter | null | undefined,
): Promise<CheckpointCount[]> {
  const rows = await db.checkpoint.groupBy({
    by: ['state'],
    where: { AND: [visibleCheckpoints(actor), checkpointWhere(filter, actor)] },
    _count: { _all: true },
    orderBy: { state: 'asc' },
  })
  return rows.map(({ state, _count }) => ({ state, count: _count._all }))
}

/** Checkpoints whose next step is the caller's. */
export async function checkpointsWaiting({ db, actor }: Context): Promise<Waits | null> {
  const { _count, _min } = await db.checkpoint.aggregate({
    where: { AND: [visibleCheckpoints(actor), waitingFor(actor)] },
    _count: { _all: true },
    _min: { dueOn: true },
  })
  return { count: _count._all, oldestOn: _min.dueOn, link: linkTo('checkpoints', { waitingForMe: true }) }
}
