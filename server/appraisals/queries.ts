import type { Context } from '../context.ts'
import type { AppraisalState, Level, NoPredikatReason, Predikat, Prisma, SystemOfRecord } from '../generated/prisma/client.ts'
import type { Actor } from '../identity/policy.ts'
import { civilDate } from '../identity/rules/civil-date.ts'
import { idOf } from '../list.ts'
import { employeesOf, nothing, standsInFor, underUnits } from '../organization/queries.ts'

/**
 * Appraisals that exist for this actor, also for those who judge or decide them by their snapshot or stand in today, whoever the superior is now;
 * agrees with `canRead`. What of a rating may be read is told by `seesRating`.
 */
export function visibleAppraisals(actor: Actor, now: Date): Prisma.AppraisalWhereInput {
  const rows = ofEmployees(actor)
  if (isAll(rows) || actor.employeeId === null || actor.scopes !== null) return rows
  return { OR: [rows, ...judgedBy(actor.employeeId, now), { parts: { some: { penilaiId: actor.employeeId } } }] }
}

/** Plans or appraisals that a person judges, or decides about, by the penilai whom they name or in whose place the person stands today. */
function judgedBy(me: string, now: Date) {
  return [{ penilaiId: me }, { penilai: { superiorId: me } }, { employee: standsInFor(me, civilDate(now)) }]
}

/** Does this appraisal exist for the caller? For many in one tick it costs one statement; for a caller who sees all, none. */
export function seesAppraisal(
  { actor, db, loaders, now }: Pick<Context, 'actor' | 'db' | 'loaders' | 'now'>,
  id: string,
): boolean | Promise<boolean> {
  const where = visibleAppraisals(actor, now)
  if (isAll(where)) return true
  return loaders.load('appraisal.visible', id, async (ids) => {
    const rows = await db.appraisal.findMany({ where: { AND: [{ id: { in: [...ids] } }, where] }, select: { id: true } })
    const seen = new Set(rows.map((row) => row.id))
    return ids.map((one) => seen.has(one))
  })
}

/** Plans that exist for this actor: an employee sees the own one at once (TA2), those who judge it as they see the appraisal. */
export function visibleSkps(actor: Actor, now: Date): Prisma.SkpWhereInput {
  const rows = ofEmployees(actor)
  if (isAll(rows) || actor.employeeId === null || actor.scopes !== null) return rows
  return { OR: [rows, ...judgedBy(actor.employeeId, now)] }
}

/**
 * Series that exist for this actor; agrees with `canReadSeries`. What is measured of a unit is nobody's personal data: every person who
 * is signed in sees it, and every token that may read appraisals somewhere.
 */
export function visibleSeries(actor: Actor, now: Date): Prisma.MeasurementSeriesWhereInput {
  const employee = employeesOf(actor, 'appraisals.read')
  if (isAll(employee)) return {}
  if (employee !== nothing) {
    // Whoever judges a plan sees what is measured for it.
    const me = actor.scopes === null ? actor.employeeId : null
    const judged = me === null ? [] : [{ ikis: { some: { rhk: { skp: { OR: judgedBy(me, now) } } } } }]
    return { OR: [{ unitId: { not: null } }, { employee }, ...judged] }
  }
  return actor.kind === 'USER' ? { unitId: { not: null } } : nothing
}

/** Measurements that exist for this actor: those of the series that do. */
export function visibleRealisations(actor: Actor, now: Date): Prisma.RealisationWhereInput {
  const series = visibleSeries(actor, now)
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
