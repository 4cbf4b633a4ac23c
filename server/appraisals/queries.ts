import type { Context } from '../context.ts'
import type { AppraisalState, Level, NoPredikatReason, Predikat, Prisma, SystemOfRecord } from '../generated/prisma/client.ts'
import type { Actor } from '../identity/policy.ts'
import { idOf } from '../list.ts'
import { employeesOf, nothing, underUnits } from '../organization/queries.ts'

/**
 * Appraisals that exist for this actor; agrees with `canRead`, and for those who appraise or decide it by its snapshot, whoever the superior is today.
 * What of a rating may be read is told by `seesRating`.
 */
export function visibleAppraisals(actor: Actor): Prisma.AppraisalWhereInput {
  const rows = ofEmployees(actor)
  if (isAll(rows) || actor.employeeId === null || actor.scopes !== null) return rows
  const me = actor.employeeId
  return { OR: [rows, { penilaiId: me }, { penilai: { superiorId: me } }, { parts: { some: { penilaiId: me } } }] }
}

/** Does this appraisal exist for the caller? For many in one tick it costs one statement; for a caller who sees all, none. */
export function seesAppraisal(
  { actor, db, loaders }: Pick<Context, 'actor' | 'db' | 'loaders'>,
  id: string,
): boolean | Promise<boolean> {
  const where = visibleAppraisals(actor)
  if (isAll(where)) return true
  return loaders.load('appraisal.visible', id, async (ids) => {
    const rows = await db.appraisal.findMany({ where: { AND: [{ id: { in: [...ids] } }, where] }, select: { id: true } })
    const seen = new Set(rows.map((row) => row.id))
    return ids.map((one) => seen.has(one))
  })
}

/** Plans that exist for this actor: an employee sees the own one at once (TA2). */
export function visibleSkps(actor: Actor): Prisma.SkpWhereInput {
  return ofEmployees(actor)
}

/**
 * Series that exist for this actor; agrees with `canReadSeries`. What is measured of a unit is nobody's personal data: every person who
 * is signed in sees it, and every token that may read appraisals somewhere.
 */
export function visibleSeries(actor: Actor): Prisma.MeasurementSeriesWhereInput {
  const employee = employeesOf(actor, 'appraisals.read')
  if (isAll(employee)) return {}
  if (employee !== nothing) return { OR: [{ unitId: { not: null } }, { employee }] }
  return actor.kind === 'USER' ? { unitId: { not: null } } : nothing
}

/** Measurements that exist for this actor: those of the series that do. */
export function visibleRealisations(actor: Actor): Prisma.RealisationWhereInput {
  const series = visibleSeries(actor)
  if (isAll(series)) return {}
  return series === nothing ? nothing : { series }
}

function ofEmployees(actor: Actor): { employee?: Prisma.EmployeeWhereInput } | typeof nothing {
  const employee = employeesOf(actor, 'appraisals.read')
  if (isAll(employee)) return {}
  return employee === nothing ? nothing : { employee }
}

function isAll(where: object): boolean {
  return Object.keys(where).length === 0
}

export type AppraisalFilter = {
  readonly periodKey?: string | null
  /** Global id of a unit; the unit as of the appraisal decides. */
  readonly underUnitId?: string | null
  /** Global id of an employee. */
  readonly employeeId?: string | null
  readonly search?: string | null
  readonly state?: AppraisalState | null
  readonly predikat?: Predikat | null
  readonly noPredikatReason?: NoPredikatReason | null
  readonly resultRating?: Level | null
  readonly behaviourRating?: Level | null
  readonly system?: SystemOfRecord | null
  readonly isAmbiguous?: boolean | null
}

/** Current appraisals that meet every condition of the filter. Throws INVALID_INPUT for an id of another type. */
export function appraisalWhere(filter: AppraisalFilter | null | undefined): Prisma.AppraisalWhereInput {
  const { periodKey, underUnitId, employeeId, search, isAmbiguous, ...equal } = filter ?? {}
  const { state, predikat, noPredikatReason, resultRating, behaviourRating, system } = equal
  const exact = { state, predikat, noPredikatReason, resultRating, behaviourRating, system }
  return {
    isCurrent: true,
    ...Object.fromEntries(Object.entries(exact).filter(([, value]) => value)),
    ...(periodKey ? { period: { key: periodKey } } : {}),
    ...(underUnitId ? underUnits([idOf('Unit', underUnitId)]) : {}),
    ...(employeeId ? { employeeId: idOf('Employee', employeeId) } : {}),
    ...(search ? { employee: { searchText: { contains: search.trim().replace(/\s+/g, ' ').slice(0, 100).toLowerCase() } } } : {}),
    ...(isAmbiguous === true ? { OR: [{ resultAmbiguous: true }, { behaviourAmbiguous: true }] } : {}),
    ...(isAmbiguous === false ? { resultAmbiguous: false, behaviourAmbiguous: false } : {}),
  }
}
