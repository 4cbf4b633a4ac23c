import type { ObjectionState, Prisma } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { civilDate } from '../identity/rules/civil-date.ts'
import { idOf } from '../list.ts'
import { employeeWhere, nothing, standsInFor, underUnits } from '../organization/queries.ts'
import { openStates } from './policy.ts'

/**
 * Objections that exist for this actor (TA2): of themself, against their own rating or one that they stand in for, of those whose penilai they appraise,
 * and within the reach of `appraisals.read` (tim kinerja, inspectorate).
 */
export function visibleObjections(actor: Actor, now: Date): Prisma.ObjectionWhereInput {
  const reach = reachOf(actor, 'appraisals.read')
  if (reach === 'ALL') return {}
  const ways: Prisma.ObjectionWhereInput[] = reach.length > 0 ? [{ appraisal: { employee: underUnits(reach) } }] : []
  if (actor.employeeId !== null && actor.scopes === null) {
    const me = actor.employeeId
    ways.push(
      { deciderId: me },
      { decidedById: me },
      { appraisal: { employeeId: me } },
      { appraisal: { penilaiId: me } },
      { appraisal: { penilai: { superiorId: me } } },
      { appraisal: { penilaiId: null, employee: { OR: [{ superiorId: me }, { superior: { superiorId: me } }] } } },
      { appraisal: { parts: { some: { penilaiId: me } } } },
      { appraisal: { employee: standsInFor(me, civilDate(now)) } },
    )
  }
  return ways.length === 0 ? nothing : { OR: ways }
}

export type ObjectionFilter = {
  readonly state?: ObjectionState | null
  readonly periodKey?: string | null
  /** Global id of a unit; the unit as of the appraisal decides. */
  readonly underUnitId?: string | null
  readonly search?: string | null
  readonly isOpen?: boolean | null
  readonly isOverdue?: boolean | null
  readonly waitingForMe?: boolean | null
}

/** Objections that meet every condition. Throws INVALID_INPUT for an id of another type. */
export function objectionWhere(filter: ObjectionFilter | null | undefined, actor: Actor, now: Date): Prisma.ObjectionWhereInput {
  const { state, periodKey, underUnitId, search, isOpen, isOverdue, waitingForMe } = filter ?? {}
  const states = [...openStates]
  return {
    AND: [
      ...(state ? [{ state }] : []),
      ...(periodKey ? [{ appraisal: { period: { key: periodKey } } }] : []),
      ...(underUnitId ? [{ appraisal: underUnits([idOf('Unit', underUnitId)]) }] : []),
      ...(search ? [{ appraisal: { employee: employeeWhere({ search }) } }] : []),
      ...(typeof isOpen === 'boolean' ? [{ state: isOpen ? { in: states } : { notIn: states } }] : []),
      ...(typeof isOverdue === 'boolean'
        ? [
            isOverdue
              ? { state: { in: states }, dueAt: { lt: now } }
              : { OR: [{ state: { notIn: states } }, { dueAt: { gte: now } }] },
          ]
        : []),
      ...(waitingForMe ? [waitingFor(actor)] : []),
    ],
  }
}

/** Objections in which the next step is the actor's: to examine or decide as superior of the penilai or by permission, or to explain. */
export function waitingFor(actor: Actor): Prisma.ObjectionWhereInput {
  const ways: Prisma.ObjectionWhereInput[] = []
  const heard = ['DITERIMA'] as const satisfies readonly ObjectionState[]
  const own = actor.scopes === null ? actor.employeeId : null
  if (own !== null) {
    ways.push(
      {
        state: { in: [...openStates] },
        appraisal: { penilai: { superiorId: own }, employeeId: { not: own }, NOT: { penilaiId: own } },
      },
      { state: { in: [...heard, 'KLARIFIKASI_PEGAWAI'] }, appraisal: { penilaiId: own, employeeId: { not: own } } },
      { state: { in: [...heard, 'KLARIFIKASI_PENILAI'] }, appraisal: { employeeId: own } },
    )
  }
  const top: Prisma.AppraisalWhereInput = {
    ...(own === null ? {} : { employeeId: { not: own } }),
    OR: [{ penilai: { superiorId: null } }, { penilaiId: null, employee: { superior: { superiorId: null } } }],
  }
  const held = (permission: 'objections.prepare' | 'objections.decide', state: Prisma.ObjectionWhereInput['state'] & object) => {
    const reach = reachOf(actor, permission)
    if (reach === 'ALL') ways.push({ state, appraisal: top })
    else if (reach.length > 0) ways.push({ state, appraisal: { ...top, ...underUnits(reach) } })
  }
  held('objections.prepare', { in: ['DIAJUKAN', 'DITERIMA', 'KLARIFIKASI_PENILAI', 'KLARIFIKASI_PEGAWAI'] })
  held('objections.decide', { in: ['SIAP_DIPUTUS'] })
  return ways.length === 0 ? nothing : { OR: ways }
}
