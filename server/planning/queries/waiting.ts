import { visibleSkps } from '../../appraisals/queries.ts'
import type { Context } from '../../context.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'
import { waitingFor } from './lists.ts'

/** Plans whose next step is the caller's, since the day on which the oldest was submitted. */
export async function plansToDecide({ db, actor, now }: Context): Promise<Waits | null> {
  const waits = { AND: [waitingFor(actor, now), visibleSkps(actor, now)] }
  const { _count, _min } = await db.skp.aggregate({ where: waits, _count: { _all: true }, _min: { submittedAt: true } })
  return { count: _count._all, oldestOn: _min.submittedAt, link: linkTo('skps', { waitingForMe: true }) }
}
