import type { Context } from '../context.ts'
import type { AssignmentKind, EmploymentType, LegalStanding, PositionKind, Prisma, UnitType } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { idOf } from '../list.ts'
import type { PersonalPermission } from './policy.ts'

/** Matches no row: the answer of `visibleTo` for an actor without any right. */
export const nothing = { id: { in: [] as string[] } }

/** Rows whose unit is one of these or lies below one of them. */
export function underUnits(unitIds: readonly string[]): { unit: Prisma.UnitWhereInput } {
  return { unit: { ancestors: { some: { ancestorId: { in: [...unitIds] } } } } }
}

/** Units are the public frame of the city: whoever is signed in sees the tree. */
export function visibleUnits(actor: Actor): Prisma.UnitWhereInput {
  return actor.kind === 'ANONYMOUS' ? nothing : {}
}

/** People for whose penilai this employee stands in (PLT, PLH, PJ): on a day, or ever where no day is told. */
export function standsInFor(superiorId: string, day?: Date): Prisma.EmployeeWhereInput {
  const acting = { superiorId, assignment: { in: ['PLT', 'PLH', 'PJ'] satisfies AssignmentKind[] } }
  return { reportingLines: { some: { ...acting, ...(day ? validOn(day) : {}) } } }
}

/** People whom a plan or an appraisal joins with this one: those judged, those who judge and the superiors of these, whoever the superior is today. */
function joinedWith(me: string): Prisma.EmployeeWhereInput[] {
  const judged = { OR: [{ penilaiId: me }, { penilai: { superiorId: me } }] }
  const own = { some: { employee: { OR: [{ id: me }, { superiorId: me }, { superior: { superiorId: me } }] } } }
  return [
    { appraisals: { some: { OR: [...judged.OR, { parts: { some: { penilaiId: me } } }] } } },
    { skps: { some: judged } },
    standsInFor(me),
    { appraisalsAsPenilai: own },
    { appraisalPartsAsPenilai: { some: { appraisal: own.some } } },
    { skpsAsPenilai: own },
    { leads: own },
    { objectionsToDecide: { some: { appraisal: { OR: [{ employeeId: me }, { penilaiId: me }] } } } },
  ]
}

/**
 * Which employees exist for this actor: those within the reach of `organization.read`; for an employee also themself, the people whom
 * they appraise or whose penilai they appraise, their own penilai with that one's superior (names above one are no secret), and whom a plan or an
 * appraisal joins with them.
 */
export function visibleEmployees(actor: Actor): Prisma.EmployeeWhereInput {
  const reach = reachOf(actor, 'organization.read')
  if (reach === 'ALL') return {}
  const ways: Prisma.EmployeeWhereInput[] = reach.length > 0 ? [underUnits(reach)] : []
  if (actor.employeeId !== null && actor.scopes === null) {
    const me = actor.employeeId
    ways.push(
      { id: me },
      { superiorId: me },
      { superior: { superiorId: me } },
      { subordinates: { some: { id: me } } },
      { subordinates: { some: { subordinates: { some: { id: me } } } } },
      ...joinedWith(me),
    )
  }
  return ways.length === 0 ? nothing : { OR: ways }
}

/**
 * Employees whose personal data and histories the actor may see (TA2): the narrower sister of `visibleEmployees`, agreeing with
 * `canRead`.
 */
export function privateEmployees(actor: Actor): Prisma.EmployeeWhereInput {
  return employeesOf(actor, 'organization.private')
}

/** Employees within the reach of a permission that an employee also holds over themself and those whom they appraise, at two levels. */
export function employeesOf(actor: Actor, permission: PersonalPermission): Prisma.EmployeeWhereInput {
  const reach = reachOf(actor, permission)
  if (reach === 'ALL') return {}
  const ways: Prisma.EmployeeWhereInput[] = reach.length > 0 ? [underUnits(reach)] : []
  if (actor.employeeId !== null && actor.scopes === null) {
    const me = actor.employeeId
    ways.push({ id: me }, { superiorId: me }, { superior: { superiorId: me } })
  }
  return ways.length === 0 ? nothing : { OR: ways }
}

/** The unit with every unit above it, nearest first. */
export async function unitIdsAbove(tx: Pick<Prisma.TransactionClient, 'unitAncestor'>, unitId: string): Promise<string[]> {
  const rows = await tx.unitAncestor.findMany({ where: { unitId }, orderBy: { distance: 'asc' }, select: { ancestorId: true } })
  return rows.map(({ ancestorId }) => ancestorId)
}

/**
 * What the policy of changes must know of a unit: itself with every unit above it. Asked for many units in one tick it costs one
 * statement; for an actor to whom it makes no difference, none.
 */
export async function underUnitIdsFor({ actor, db, loaders }: Context, unitId: string): Promise<readonly string[]> {
  const reach = reachOf(actor, 'organization.write')
  if (reach === 'ALL' || reach.length === 0) return []
  return loaders.load('unit.above', unitId, async (ids) => {
    const rows = await db.unitAncestor.findMany({
      where: { unitId: { in: [...ids] } },
      select: { unitId: true, ancestorId: true },
    })
    const byUnit = Map.groupBy(rows, (row) => row.unitId)
    return ids.map((id) => (byUnit.get(id) ?? []).map(({ ancestorId }) => ancestorId))
  })
}

/** People placed in a unit and everything below it today. One statement for all units of an answer. */
export function headcountOf({ db, loaders }: Pick<Context, 'db' | 'loaders'>, unitId: string): Promise<number> {
  return loaders.load('unit.headcount', unitId, async (ids) => {
    const rows = await db.$queryRaw<{ id: string; people: number }[]>`
      SELECT a.ancestor_id AS id, count(*)::int AS people FROM unit_ancestor a JOIN employee e ON e.unit_id = a.unit_id
      WHERE a.ancestor_id = ANY (${[...ids]}::uuid[]) GROUP BY a.ancestor_id`
    const byUnit = new Map(rows.map(({ id, people }) => [id, people]))
    return ids.map((id) => byUnit.get(id) ?? 0)
  })
}

export type UnitFilter = {
  readonly search?: string | null
  readonly type?: UnitType | null
  readonly parentId?: string | null
  readonly underUnitId?: string | null
  readonly isServiceUnit?: boolean | null
  readonly rootsOnly?: boolean | null
}

export function unitWhere(filter: UnitFilter | null | undefined): Prisma.UnitWhereInput {
  if (!filter) return {}
  const { search, type, parentId, underUnitId, isServiceUnit, rootsOnly } = filter
  return {
    ...(search
      ? { OR: [{ name: { contains: searchable(search), mode: 'insensitive' } }, { code: { startsWith: searchable(search) } }] }
      : {}),
    ...(type ? { type } : {}),
    ...(parentId ? { parentId: idOf('Unit', parentId) } : rootsOnly ? { parentId: null } : {}),
    ...(underUnitId ? { ancestors: { some: { ancestorId: idOf('Unit', underUnitId) } } } : {}),
    ...(typeof isServiceUnit === 'boolean' ? { isServiceUnit } : {}),
  }
}

export type EmployeeFilter = {
  readonly search?: string | null
  readonly unitId?: string | null
  readonly underUnitId?: string | null
  readonly employmentType?: EmploymentType | null
  readonly legalStanding?: LegalStanding | null
  readonly positionKind?: PositionKind | null
  readonly superiorId?: string | null
  readonly hasSuperior?: boolean | null
}

export function employeeWhere(filter: EmployeeFilter | null | undefined): Prisma.EmployeeWhereInput {
  if (!filter) return {}
  const { search, unitId, underUnitId, employmentType, legalStanding, positionKind, superiorId, hasSuperior } = filter
  return {
    ...(search ? { searchText: { contains: searchable(search).toLowerCase() } } : {}),
    ...(unitId ? { unitId: idOf('Unit', unitId) } : {}),
    ...(underUnitId ? underUnits([idOf('Unit', underUnitId)]) : {}),
    ...(employmentType ? { employmentType } : {}),
    ...(legalStanding ? { legalStanding } : {}),
    ...(positionKind ? { positionKind } : {}),
    ...(superiorId
      ? { superiorId: idOf('Employee', superiorId) }
      : typeof hasSuperior === 'boolean'
        ? { superiorId: hasSuperior ? { not: null } : null }
        : {}),
  }
}

/** Text to look for: bounded, blanks collapsed. */
function searchable(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 100)
}

/** Rows of an effective-dated relation that hold on a day. */
export function validOn(day: Date) {
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] }
}

const views = {
  visible: visibleEmployees,
  private: privateEmployees,
  appraisals: (actor: Actor) => employeesOf(actor, 'appraisals.read'),
  discipline: (actor: Actor) => employeesOf(actor, 'discipline.read'),
  pembinaan: (actor: Actor) => employeesOf(actor, 'pembinaan.read'),
} as const

export type EmployeeView = keyof typeof views

/** Does this view of one employee exist for the caller? For many employees in one tick it costs one statement; for a caller who sees all, none. */
export function seesEmployee(
  { actor, db, loaders }: Context,
  employeeId: string,
  view: EmployeeView,
): boolean | Promise<boolean> {
  const where = views[view](actor)
  if (Object.keys(where).length === 0) return true
  if (where === nothing) return false
  return loaders.load(`employee.${view}`, employeeId, async (ids) => {
    const rows = await db.employee.findMany({ where: { AND: [{ id: { in: [...ids] } }, where] }, select: { id: true } })
    const seen = new Set(rows.map(({ id }) => id))
    return ids.map((id) => seen.has(id))
  })
}
