import type { Context } from '../context.ts'
import type {
  ImprovementState,
  NeedState,
  ParticipantState,
  PembinaanPlanState,
  Prisma,
  ProgrammeState,
} from '../generated/prisma/client.ts'
import { type Actor, can, type Permission, reachOf } from '../identity/policy.ts'
import { idOf } from '../list.ts'
import { employeesOf, employeeWhere, nothing, underUnits } from '../organization/queries.ts'

const isHuman = (actor: Actor) => actor.kind === 'USER' && actor.employeeId !== null

/** Programmes are offered to everybody: people see them all, a token needs the permission. */
export function visibleProgrammes(actor: Actor): Prisma.PembinaanProgrammeWhereInput {
  return actor.kind === 'USER' || can(actor, 'pembinaan.read') ? {} : nothing
}

/** Records that belong to an employee whose development the actor may see: their own, those of their people at two levels, and within the permission. */
function ofSeenEmployees(actor: Actor): { readonly employee?: Prisma.EmployeeWhereInput } | typeof nothing {
  const employee = employeesOf(actor, 'pembinaan.read')
  if (employee === nothing) return nothing
  return Object.keys(employee).length === 0 ? {} : { employee }
}

export function visibleParticipants(actor: Actor): Prisma.ParticipantWhereInput {
  return ofSeenEmployees(actor)
}

export function visibleNeeds(actor: Actor): Prisma.DevelopmentNeedWhereInput {
  return ofSeenEmployees(actor)
}

/** The ways to a record: by the reach of a permission over its unit, and by the part that the actor has in it. */
function ways<Where extends object>(
  actor: Actor,
  permission: Permission,
  underReach: (units: readonly string[]) => Where,
  own: readonly Where[],
) {
  const reach = reachOf(actor, permission)
  if (reach === 'ALL') return {}
  const found = [...(reach.length > 0 ? [underReach(reach)] : []), ...(isHuman(actor) ? own : [])]
  return found.length === 0 ? nothing : { OR: found }
}

/** Plans within the reach of `pembinaan.read`, those that the actor owns, and those that they are asked to approve. */
export function visiblePlans(actor: Actor): Prisma.PembinaanPlanWhereInput {
  const me = actor.employeeId ?? ''
  return ways<Prisma.PembinaanPlanWhereInput>(actor, 'pembinaan.read', underUnits, [
    { ownerId: me },
    { approvals: { some: { approverId: me } } },
  ])
}

/** Improvement plans follow the appraisal that opened them: the employee, the leader with their superior, and within `appraisals.read`. */
export function visibleImprovements(actor: Actor): Prisma.ImprovementPlanWhereInput {
  const me = actor.employeeId ?? ''
  return ways<Prisma.ImprovementPlanWhereInput>(actor, 'appraisals.read', (units) => ({ employee: underUnits(units) }), [
    { employeeId: me },
    { leaderId: me },
    { leader: { superiorId: me } },
  ])
}

/** That two people meet, and the outcome: for both, for the superior of the coached one, and for whoever manages development there. Never what was said. */
export function visibleCoachings(actor: Actor): Prisma.CoachingRelationWhereInput {
  const me = actor.employeeId ?? ''
  return ways<Prisma.CoachingRelationWhereInput>(actor, 'pembinaan.manage', (units) => ({ employee: underUnits(units) }), [
    { coachId: me },
    { employeeId: me },
    { employee: { superiorId: me } },
  ])
}

/** Does this plan exist for the caller? One statement for all that an answer asks for. */
export function seesPlan(
  { actor, db, loaders }: Pick<Context, 'actor' | 'db' | 'loaders'>,
  id: string,
): boolean | Promise<boolean> {
  const where = visiblePlans(actor)
  if (Object.keys(where).length === 0) return true
  return loaders.load('pembinaanPlan.seen', id, (ids) =>
    seenOf(ids, (among) => db.pembinaanPlan.findMany({ where: { AND: [{ id: { in: among } }, where] }, select: { id: true } })),
  )
}

/** As {@link seesPlan}, for an improvement plan. */
export function seesImprovement(
  { actor, db, loaders }: Pick<Context, 'actor' | 'db' | 'loaders'>,
  id: string,
): boolean | Promise<boolean> {
  const where = visibleImprovements(actor)
  if (Object.keys(where).length === 0) return true
  return loaders.load('improvement.seen', id, (ids) =>
    seenOf(ids, (among) => db.improvementPlan.findMany({ where: { AND: [{ id: { in: among } }, where] }, select: { id: true } })),
  )
}

/** As {@link seesPlan}, for a coaching relation. */
export function seesCoaching(
  { actor, db, loaders }: Pick<Context, 'actor' | 'db' | 'loaders'>,
  id: string,
): boolean | Promise<boolean> {
  const where = visibleCoachings(actor)
  if (Object.keys(where).length === 0) return true
  return loaders.load('coaching.seen', id, (ids) =>
    seenOf(ids, (among) =>
      db.coachingRelation.findMany({ where: { AND: [{ id: { in: among } }, where] }, select: { id: true } }),
    ),
  )
}

async function seenOf(
  ids: readonly string[],
  read: (among: string[]) => Promise<readonly { readonly id: string }[]>,
): Promise<boolean[]> {
  const seen = new Set((await read([...ids])).map(({ id }) => id))
  return ids.map((id) => seen.has(id))
}

export type ProgrammeFilter = {
  readonly search?: string | null
  readonly state?: ProgrammeState | null
  readonly year?: number | null
  readonly formId?: number | null
  /** Global id. */
  readonly planId?: string | null
}

export function programmeWhere(filter: ProgrammeFilter | null | undefined): Prisma.PembinaanProgrammeWhereInput {
  const { search, state, year, formId, planId } = filter ?? {}
  const text = { contains: (search ?? '').trim().slice(0, 100), mode: 'insensitive' as const }
  return {
    ...(search ? { OR: [{ name: text }, { code: text }] } : {}),
    ...(state ? { state } : {}),
    ...(year ? { startsOn: { gte: new Date(Date.UTC(year, 0, 1)), lte: new Date(Date.UTC(year, 11, 31)) } } : {}),
    ...(formId ? { formId } : {}),
    ...(planId ? { planId: idOf('PembinaanPlan', planId) } : {}),
  }
}

export type ParticipantFilter = {
  readonly search?: string | null
  readonly state?: ParticipantState | null
  readonly programmeId?: string | null
}

export function participantWhere(filter: ParticipantFilter | null | undefined): Prisma.ParticipantWhereInput {
  const { search, state, programmeId } = filter ?? {}
  return {
    ...(search ? { employee: employeeWhere({ search }) } : {}),
    ...(state ? { state } : {}),
    ...(programmeId ? { programmeId: idOf('PembinaanProgramme', programmeId) } : {}),
  }
}

export type NeedFilter = {
  readonly search?: string | null
  readonly state?: NeedState | null
  readonly year?: number | null
  readonly underUnitId?: string | null
  readonly employeeId?: string | null
}

export function needWhere(filter: NeedFilter | null | undefined): Prisma.DevelopmentNeedWhereInput {
  const { search, state, year, underUnitId, employeeId } = filter ?? {}
  return {
    ...(state ? { state } : {}),
    ...(year ? { year } : {}),
    ...(employeeId ? { employeeId: idOf('Employee', employeeId) } : {}),
    AND: [
      search ? { employee: employeeWhere({ search }) } : {},
      underUnitId ? { employee: underUnits([idOf('Unit', underUnitId)]) } : {},
    ],
  }
}

export type PlanFilter = {
  readonly search?: string | null
  readonly state?: PembinaanPlanState | null
  readonly year?: number | null
  readonly underUnitId?: string | null
}

export function planWhere(filter: PlanFilter | null | undefined): Prisma.PembinaanPlanWhereInput {
  const { search, state, year, underUnitId } = filter ?? {}
  return {
    ...(search ? { title: { contains: search.trim().slice(0, 100), mode: 'insensitive' as const } } : {}),
    ...(state ? { state } : {}),
    ...(year ? { year } : {}),
    ...(underUnitId ? underUnits([idOf('Unit', underUnitId)]) : {}),
  }
}

export type ImprovementFilter = { readonly search?: string | null; readonly state?: ImprovementState | null }

export function improvementWhere(filter: ImprovementFilter | null | undefined): Prisma.ImprovementPlanWhereInput {
  const { search, state } = filter ?? {}
  return { ...(search ? { employee: employeeWhere({ search }) } : {}), ...(state ? { state } : {}) }
}
