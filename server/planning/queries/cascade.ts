import { visibleSkps } from '../../appraisals/queries.ts'
import type { Context } from '../../context.ts'
import type { SkpState } from '../../generated/prisma/client.ts'
import { found } from '../../list.ts'
import { employeesOf } from '../../organization/queries.ts'
import { fullName } from '../../organization/rules/names.ts'

/** A result that somebody else's result serves or may serve: its words and whose it is, nothing else of that plan. */
export type ServedResult = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly employeeName: string
}

const agreedOrAsked = ['DIAJUKAN', 'DIREVIU', 'DITETAPKAN', 'BERJALAN', 'REVISI'] as const satisfies readonly SkpState[]

/**
 * The results that those of a plan may serve: those of the penilai in the same year, once that plan was submitted. Titles above one are no
 * secret to those who serve them; the rest of the plan is. NOT_FOUND when the plan does not exist for the caller. Two statements.
 */
export async function servableResults({ db, actor, now }: Context, skpId: string): Promise<ServedResult[]> {
  const plan = found(
    await db.skp.findFirst({
      where: { id: skpId, AND: [visibleSkps(actor, now)] },
      select: { periodId: true, penilaiId: true, employee: { select: { superiorId: true } } },
    }),
  )
  const penilaiId = plan.penilaiId ?? plan.employee.superiorId
  if (penilaiId === null) return []
  const rows = await db.rhk.findMany({
    where: { skp: { employeeId: penilaiId, periodId: plan.periodId, state: { in: [...agreedOrAsked] } } },
    select: {
      ...{ id: true, number: true, title: true },
      skp: { select: { employee: { select: { name: true, titleBefore: true, titleAfter: true } } } },
    },
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    take: 40,
  })
  return rows.map(({ skp: { employee }, ...rhk }) => ({
    ...rhk,
    employeeName: fullName(employee.name, employee.titleBefore, employee.titleAfter),
  }))
}

export type MatrixPerson = {
  readonly employeeId: string
  readonly name: string
  readonly positionTitle: string
  /** The newest plan of the year; null when the person has none. */
  readonly skpId: string | null
  readonly state: SkpState | null
}

export type MatrixCover = { readonly employeeId: string; readonly rhkId: string; readonly title: string }

export type MatrixResult = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly isSelfExecuted: boolean
  readonly isCovered: boolean
  readonly coveredBy: readonly MatrixCover[]
}

export type RoleMatrix = { readonly results: readonly MatrixResult[]; readonly people: readonly MatrixPerson[] }

const mostPeople = 200

/**
 * Matriks peran–hasil of a leader's plan (PermenPANRB 6/2022): each result with the results of others that serve it, and the people whom the leader
 * appraises. A result is covered when somebody serves it or the leader does it alone. Only what exists for the caller appears. Three statements.
 */
export async function roleMatrix({ db, actor, now }: Context, skpId: string): Promise<RoleMatrix> {
  const visible = visibleSkps(actor, now)
  const plan = found(
    await db.skp.findFirst({
      where: { id: skpId, AND: [visible] },
      select: {
        employeeId: true,
        periodId: true,
        rhks: { orderBy: { number: 'asc' }, select: { id: true, number: true, title: true, isSelfExecuted: true } },
      },
    }),
  )
  const rhkIds = plan.rhks.map(({ id }) => id)
  const [links, people] = await Promise.all([
    db.rhk.findMany({
      where: { servesRhkId: { in: rhkIds }, skp: { AND: [visible], periodId: plan.periodId } },
      select: { id: true, title: true, servesRhkId: true, skp: { select: { employeeId: true } } },
      orderBy: [{ skpId: 'asc' }, { number: 'asc' }],
      take: 1_000,
    }),
    db.employee.findMany({
      where: {
        AND: [employeesOf(actor, 'appraisals.read')],
        OR: [{ superiorId: plan.employeeId }, { skps: { some: { periodId: plan.periodId, penilaiId: plan.employeeId } } }],
      },
      select: {
        ...{ id: true, name: true, titleBefore: true, titleAfter: true, positionTitle: true },
        skps: { where: { periodId: plan.periodId }, orderBy: { sequence: 'desc' }, take: 1, select: { id: true, state: true } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: mostPeople,
    }),
  ])
  const byResult = Map.groupBy(links, ({ servesRhkId }) => servesRhkId)
  return {
    results: plan.rhks.map((rhk) => {
      const coveredBy = (byResult.get(rhk.id) ?? []).map(({ id, title, skp }) => ({
        rhkId: id,
        title,
        employeeId: skp.employeeId,
      }))
      return { ...rhk, coveredBy, isCovered: rhk.isSelfExecuted || coveredBy.length > 0 }
    }),
    people: people.map(({ id, skps: [skp], name, titleBefore, titleAfter, positionTitle }) => ({
      ...{ employeeId: id, name: fullName(name, titleBefore, titleAfter), positionTitle },
      ...{ skpId: skp?.id ?? null, state: skp?.state ?? null },
    })),
  }
}
