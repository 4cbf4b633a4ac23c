import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { validOn } from '../../organization/queries.ts'
import type { SkpFacts } from '../policy.ts'
import { faultsOf, isError } from '../rules/faults.ts'
import { planOf } from './plan-content.ts'

const actingAssignments = ['PLT', 'PLH', 'PJ'] as const

/** Mandates by which somebody stands in for the penilai on a day. */
export function actingLines(today: Date) {
  return {
    where: { ...validOn(today), assignment: { in: [...actingAssignments] } },
    select: { superiorId: true },
  } satisfies Prisma.Employee$reportingLinesArgs
}

/** The columns from which `toFacts` makes what the policy must know. */
export function factsSelect(today: Date) {
  return {
    id: true,
    state: true,
    system: true,
    employeeId: true,
    penilaiId: true,
    revision: true,
    isTimSet: true,
    revisionAskedAt: true,
    startsOn: true,
    period: { select: { state: true } },
    employee: {
      select: {
        superiorId: true,
        reportingLines: actingLines(today),
        unit: { select: { ancestors: { select: { ancestorId: true } } } },
      },
    },
  } as const satisfies Prisma.SkpSelect
}

export type FactsRow = Prisma.SkpGetPayload<{ select: ReturnType<typeof factsSelect> }>

/** @param errors how many faults keep the plan from being submitted */
export function toFacts(row: FactsRow, today: Date, errors: number): SkpFacts {
  const { state, system, employeeId, revision, isTimSet, startsOn, employee, period } = row
  // Until it is submitted a plan follows the reporting line; from then on it keeps its penilai.
  const isUnagreed = state === 'DRAFT' || state === 'DIKEMBALIKAN'
  return {
    state,
    system,
    employeeId,
    revision,
    isTimSet,
    startsOn,
    today,
    errors,
    penilaiId: isUnagreed ? employee.superiorId : (row.penilaiId ?? employee.superiorId),
    actingIds: employee.reportingLines.map(({ superiorId }) => superiorId),
    underUnitIds: employee.unit.ancestors.map(({ ancestorId }) => ancestorId),
    isRevisionAsked: row.revisionAskedAt !== null,
    isPeriodClosed: period.state === 'CLOSED',
  }
}

/** Facts of a plan with its faults counted; for many plans in one tick a fixed number of statements. Null when there is none. */
export function skpFacts(context: Context, id: string): Promise<SkpFacts | null> {
  const { db, loaders, now } = context
  const today = civilDate(now)
  return loaders.load('planning.facts', id, async (ids) => {
    const rows = await db.skp.findMany({ where: { id: { in: [...ids] } }, select: factsSelect(today) })
    const byId = new Map(rows.map((row) => [row.id, row]))
    const open = rows.filter(({ state }) => state === 'DRAFT' || state === 'DIKEMBALIKAN' || state === 'REVISI')
    const plans = new Map(await Promise.all(open.map(async (row) => [row.id, await planOf(context, row.id)] as const)))
    return ids.map((one) => {
      const row = byId.get(one)
      const plan = plans.get(one)
      return row ? toFacts(row, today, plan ? faultsOf(plan).filter(isError).length : 0) : null
    })
  })
}
