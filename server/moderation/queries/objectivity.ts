import { comparedUnit } from '../../appraisals/queries/compare.ts'
import type { Objectivity } from '../../appraisals/queries/objectivity.ts'
import {
  type AppraisalParts,
  appraisalParts,
  type IndicatorParts,
  indicatorParts,
} from '../../appraisals/queries/objectivity-parts.ts'
import { smallestGroup } from '../../appraisals/queries/small-groups.ts'
import { type ObjectivityComponents, objectivityIndex } from '../../appraisals/rules/objectivity.ts'
import { severityPoints } from '../../appraisals/rules/objectivity-parts.ts'
import { defaultAppraisalSettings } from '../../appraisals/rules/settings.ts'
import type { Context } from '../../context.ts'
import { type Actor, reachOf } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now' | 'loaders'>

/** May the actor know how severe this rater is (TA2)? The own, one's subordinates, and within the reach of `appraisals.read`; never the people rated. */
function seesSeverity(actor: Actor, { raterId, raterSuperiorId, raterUnitIds }: AppraisalParts): boolean {
  const reach = reachOf(actor, 'appraisals.read')
  if (reach === 'ALL' || reach.some((id) => raterUnitIds.includes(id))) return true
  return (
    actor.scopes === null && actor.employeeId !== null && (actor.employeeId === raterId || actor.employeeId === raterSuperiorId)
  )
}

function indexOf(asked: Asked, components: ObjectivityComponents): Promise<Objectivity> {
  return weightsOf(asked).then((oiWeights) => ({
    ...objectivityIndex(components, { ...defaultAppraisalSettings, oiWeights }),
    components,
  }))
}

/** The weights of today, read once for an answer. */
function weightsOf({ db, now, loaders }: Asked) {
  return loaders.load('objectivity.weights', 'today', async (ids) => {
    const { oiWeights } = await settingsOn(db, civilDate(now))
    return ids.map(() => oiWeights)
  })
}

/**
 * F20 of one appraisal (LOCAL): MS and EV of its own items, SEV of whoever judged it for those who may know it, and neither RA nor DC, which speak of groups. Never
 * changes a predikat. All appraisals of an answer cost one statement.
 */
export async function objectivityOfAppraisal(asked: Asked, id: string): Promise<Objectivity | null> {
  const parts = await asked.loaders.load('appraisal.objectivity', id, (ids) => appraisalParts(asked.db, ids))
  if (!parts) return null
  const sev = seesSeverity(asked.actor, parts) ? severityPoints(parts.l) : null
  return indexOf(asked, { ms: parts.ms, ev: parts.ev, ra: null, sev, dc: null })
}

export type IndicatorObjectivity = { readonly parts: IndicatorParts; readonly index: Objectivity }

/** F20 by indicator in a unit with everything below it, the least measured first, at most 100; those with too few items for the caller are left out. */
export async function objectivityByIndicator(
  asked: Asked,
  { periodKey, underUnitId }: { readonly periodKey: string; readonly underUnitId?: string | null },
): Promise<IndicatorObjectivity[]> {
  const [unitId, smallest] = await Promise.all([comparedUnit(asked, underUnitId), smallestGroup(asked, underUnitId)])
  const rows = await indicatorParts(asked.db, { periodKey, unitId, smallest, most: 100 })
  return Promise.all(
    rows.map(async (parts) => ({
      parts,
      index: await indexOf(asked, { ms: parts.ms, ev: parts.ev, ra: null, sev: null, dc: null }),
    })),
  )
}
