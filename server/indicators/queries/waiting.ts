import type { Context } from '../../context.ts'
import { canEverywhere } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'

/** Drafts in review that the actor may publish: not those on which they wrote themself. */
export async function draftsToApprove({ db, actor }: Context): Promise<Waits | null> {
  if (actor.kind !== 'USER' || actor.id === null || !canEverywhere(actor, 'indicators.approve')) return null
  const { _count, _min } = await db.indicatorVersion.aggregate({
    where: { state: 'REVIU', NOT: { editorIds: { has: actor.id } } },
    _count: { _all: true },
    _min: { submittedAt: true },
  })
  const oldestOn = _min.submittedAt && civilDate(_min.submittedAt)
  return { count: _count._all, oldestOn, link: linkTo('indicators', { draftState: 'REVIU' }) }
}
