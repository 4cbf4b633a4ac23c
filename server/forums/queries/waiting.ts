import type { Context } from '../../context.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'

/** Agreements of forums that the caller answers for and that are still open. */
export async function agreementsToFollowUp({ db, actor }: Context): Promise<Waits | null> {
  if (actor.kind !== 'USER' || actor.employeeId === null) return null
  const { _count, _min } = await db.fkpAgreement.aggregate({
    where: { ownerId: actor.employeeId, state: 'BERJALAN', fkp: { state: { in: ['SELESAI', 'DIPUBLIKASI'] } } },
    _count: { _all: true },
    _min: { dueOn: true },
  })
  return { count: _count._all, oldestOn: _min.dueOn, link: linkTo('fkps', { isMine: true }) }
}
