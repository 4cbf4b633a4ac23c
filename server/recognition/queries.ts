import type { Context } from '../context.ts'
import type { AwardBasis, AwardState, Prisma } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { idOf } from '../list.ts'
import { employeesOf, employeeWhere, nothing, underUnits } from '../organization/queries.ts'

/**
 * Awards that exist for this actor: all within the reach of `recognition.manage` or `awards.decide`; of what was given also those of themself and of their people.
 * A proposal is kept from whom it is about, until somebody decided.
 */
export function visibleAwards(actor: Actor): Prisma.AwardWhereInput {
  const reaches = [reachOf(actor, 'recognition.manage'), reachOf(actor, 'awards.decide'), reachOf(actor, 'appraisals.read')]
  if (reaches.includes('ALL')) return {}
  const units = reaches.flatMap((reach) => (reach === 'ALL' ? [] : [...reach]))
  const given = employeesOf(actor, 'appraisals.read')
  const ways: Prisma.AwardWhereInput[] = [
    ...(units.length > 0 ? [underUnits(units)] : []),
    ...(given === nothing ? [] : [{ state: 'DITETAPKAN' as const, employee: given }]),
  ]
  return ways.length === 0 ? nothing : { OR: ways }
}

export type AwardFilter = {
  readonly periodKey?: string | null
  readonly state?: AwardState | null
  readonly basis?: AwardBasis | null
  /** Global id of a unit; the unit as of the proposal decides. */
  readonly underUnitId?: string | null
  readonly search?: string | null
}

/** Awards that meet every condition of the filter. Throws INVALID_INPUT for an id of another type. */
export function awardWhere(filter: AwardFilter | null | undefined): Prisma.AwardWhereInput {
  const { periodKey, state, basis, underUnitId, search } = filter ?? {}
  return {
    ...(state ? { state } : {}),
    ...(basis ? { basis } : {}),
    ...(periodKey ? { period: { key: periodKey } } : {}),
    ...(underUnitId ? underUnits([idOf('Unit', underUnitId)]) : {}),
    ...(search ? { employee: employeeWhere({ search }) } : {}),
  }
}

/** People whose assessments of potential the actor may see: the own, and those within the reach of `recognition.manage`. */
export function assessedEmployees(actor: Actor): Prisma.EmployeeWhereInput {
  const reach = reachOf(actor, 'recognition.manage')
  if (reach === 'ALL') return {}
  const ways: Prisma.EmployeeWhereInput[] = reach.length > 0 ? [underUnits(reach)] : []
  if (actor.employeeId !== null && actor.scopes === null) ways.push({ id: actor.employeeId })
  return ways.length === 0 ? nothing : { OR: ways }
}

/** Does the assessment of this employee's potential exist for the caller? One statement for all who are asked for in one tick. */
export function seesPotential(
  { actor, db, loaders }: Pick<Context, 'actor' | 'db' | 'loaders'>,
  employeeId: string,
): boolean | Promise<boolean> {
  const where = assessedEmployees(actor)
  if (Object.keys(where).length === 0) return true
  return loaders.load('recognition.potential', employeeId, async (ids) => {
    const rows = await db.employee.findMany({ where: { AND: [{ id: { in: [...ids] } }, where] }, select: { id: true } })
    const seen = new Set(rows.map(({ id }) => id))
    return ids.map((id) => seen.has(id))
  })
}
