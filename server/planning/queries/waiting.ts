import { visibleSkps } from '../../appraisals/queries.ts'
import type { Context } from '../../context.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'
import { waitingFor } from './lists.ts'

/** Plans whose next step is the caller's, since the day on which the oldest was submitted. */
export async function plansToDecide({ db, actor, now }: Context): Promise<Waits | null> {
  const waits = { AND: [waitingFor(actor, now), visibleSkps(actor, now)] }
  const [count, oldest] = await Promise.all([
    db.skp.count({ where: waits }),
    db.skp.findFirst({ where: waits, orderBy: { submittedAt: { sort: 'asc', nulls: 'last' } }, select: { submittedAt: true } }),
  ])
  return { count, oldestOn: oldest?.submittedAt ?? null, link: linkTo('skps', { waitingForMe: true }) }
}
