import type { Context } from '../../context.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'
import { mayManageJobs } from '../policy.ts'

/** Jobs that failed too often; who may begin them again is told. */
export async function deadJobs({ db, actor }: Context): Promise<Waits | null> {
  if (mayManageJobs(actor) !== true) return null
  const { _count, _min } = await db.job.aggregate({
    where: { state: 'DEAD' },
    _count: { _all: true },
    _min: { createdAt: true },
  })
  const oldestOn = _min.createdAt && civilDate(_min.createdAt)
  return { count: _count._all, oldestOn, link: linkTo('jobs', { state: 'DEAD' }) }
}
