import type { Context } from '../../context.ts'
import { can } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'
import { visibleDataIssues } from './issues.ts'

/** Open data issues that the actor may mend. */
export async function issuesToMend({ db, actor }: Context): Promise<Waits | null> {
  if (!can(actor, 'organization.write')) return null
  const { _count, _min } = await db.dataIssue.aggregate({
    where: { AND: [{ state: 'OPEN' }, visibleDataIssues(actor)] },
    _count: { _all: true },
    _min: { openedAt: true },
  })
  const oldestOn = _min.openedAt && civilDate(_min.openedAt)
  return { count: _count._all, oldestOn, link: linkTo('data-issues', { state: 'OPEN' }) }
}
