import { visibleSkps } from '../../appraisals/queries.ts'
import type { Context } from '../../context.ts'
import type { Prisma, SkpState } from '../../generated/prisma/client.ts'
import { type Actor, reachOf } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { found, idOf } from '../../list.ts'
import { employeeWhere, nothing, standsInFor, underUnits } from '../../organization/queries.ts'
import { differencesOf, type PlanDifference } from '../rules/differences.ts'
import { loadPlans } from './plan-content.ts'

export type SkpFilter = {
  readonly year?: number | null
  readonly state?: SkpState | null
  /** Global id of a unit; the unit of the plan decides. */
  readonly underUnitId?: string | null
  /** Global id of the penilai of the plan. */
  readonly penilaiId?: string | null
  readonly search?: string | null
  readonly isTimSet?: boolean | null
  readonly isRevisionAsked?: boolean | null
  readonly waitingForMe?: boolean | null
}

/** Plans that meet every condition. Throws INVALID_INPUT for an id of another type. */
export function skpWhere(filter: SkpFilter | null | undefined, actor: Actor, now: Date): Prisma.SkpWhereInput {
  const { year, state, underUnitId, penilaiId, search, isTimSet, isRevisionAsked, waitingForMe } = filter ?? {}
  return {
    ...(year ? { period: { key: String(year) } } : {}),
    ...(state ? { state } : {}),
    ...(underUnitId ? underUnits([idOf('Unit', underUnitId)]) : {}),
    ...(penilaiId ? { penilaiId: idOf('Employee', penilaiId) } : {}),
    ...(search ? { employee: employeeWhere({ search }) } : {}),
    ...(typeof isTimSet === 'boolean' ? { isTimSet } : {}),
    ...(typeof isRevisionAsked === 'boolean' ? { revisionAskedAt: isRevisionAsked ? { not: null } : null } : {}),
    ...(waitingForMe ? { AND: [waitingFor(actor, now)] } : {}),
  }
}

/**
 * Plans that wait for a step of this person: as penilai, by the plan or by a mandate of today, reviewed ones and revisions asked for; as a member of the
 * tim submitted ones; as the employee those that were returned.
 */
export function waitingFor(actor: Actor, now: Date): Prisma.SkpWhereInput {
  const ways: Prisma.SkpWhereInput[] = []
  const me = actor.scopes === null ? actor.employeeId : null
  if (me !== null) {
    ways.push({
      employeeId: { not: me },
      AND: [
        {
          OR: [
            { penilaiId: me },
            { penilaiId: null, employee: { superiorId: me } },
            { employee: standsInFor(me, civilDate(now)) },
          ],
        },
        { OR: [{ state: { in: ['DIREVIU', 'REVISI'] } }, { state: 'BERJALAN', revisionAskedAt: { not: null } }] },
      ],
    })
    ways.push({ employeeId: me, state: 'DIKEMBALIKAN' })
  }
  const reach = reachOf(actor, 'plans.manage')
  const others = me === null ? {} : { employeeId: { not: me } }
  if (reach === 'ALL') ways.push({ state: 'DIAJUKAN', ...others })
  else if (reach.length > 0) ways.push({ state: 'DIAJUKAN', ...others, employee: underUnits(reach) })
  return ways.length === 0 ? nothing : { system: { not: 'RUANG_GTK' }, OR: ways }
}

export type StateCount = { readonly state: SkpState; readonly count: number }

/** Plans by state, of those that meet the filter and exist for the actor; states without any are left out. One statement. */
export async function skpStateCounts({ db, actor, now }: Context, filter: SkpFilter | null | undefined): Promise<StateCount[]> {
  const rows = await db.skp.groupBy({
    by: ['state'],
    where: { AND: [skpWhere(filter, actor, now), visibleSkps(actor, now)] },
    _count: { _all: true },
    orderBy: { state: 'asc' },
  })
  return rows.map(({ state, _count }) => ({ state, count: _count._all }))
}

/**
 * What differs between a plan and an earlier one: the one that it follows unless another is named. Empty when it follows none. NOT_FOUND when
 * one of them does not exist for the caller.
 */
export async function skpDifferences(
  { db, actor, now }: Context,
  id: string,
  againstId: string | null,
): Promise<PlanDifference[]> {
  const skp = found(await db.skp.findFirst({ where: { id, AND: [visibleSkps(actor, now)] }, select: { predecessorId: true } }))
  const earlierId = againstId ?? skp.predecessorId
  if (earlierId === null) return []
  if (againstId !== null) {
    found(await db.skp.findFirst({ where: { id: againstId, AND: [visibleSkps(actor, now)] }, select: { id: true } }))
  }
  const plans = new Map((await loadPlans(db, [id, earlierId])).map((plan) => [plan.id, plan]))
  return differencesOf(found(plans.get(earlierId)), found(plans.get(id)))
}
