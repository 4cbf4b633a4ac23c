import { penilaiOf } from '../../appraisals/queries/life.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { dayText } from '../../organization/rules/days.ts'
import { cityTimeZone, deadlineAfter } from '../../organization/rules/deadlines.ts'
import type { Transaction } from '../../transact.ts'
import { type Duty, type DutyContext, isNear, type Level } from './duties.ts'

type Row = {
  readonly id: string
  readonly state: string
  readonly employeeId: string
  readonly name: string
  readonly unitId: string
  readonly periodId: string
  readonly penilaiIds: readonly string[]
  readonly superiorId: string | null
}

const dayMs = 86_400_000

/**
 * First plans of a year that are not set although the day by which they are (PermenPANRB 8/2021, setting `planDeadline`) is near or has passed. The chain
 * begins with whose step it is: the employee drafts, the tim reviews, the penilai sets.
 */
export async function unfinishedPlans(tx: Transaction, context: DutyContext): Promise<Duty[]> {
  const thisYear = context.today.getUTCFullYear()
  const found = await Promise.all([thisYear - 1, thisYear, thisYear + 1].map((year) => ofYear(tx, context, year)))
  return found.flat()
}

async function ofYear(tx: Transaction, context: DutyContext, year: number): Promise<Duty[]> {
  const day = new Date(`${year}-${context.settings.planDeadline}T05:00:00Z`)
  const closed = await tx.holiday.findMany({
    where: { day: { gte: new Date(day.getTime() - dayMs), lte: new Date(day.getTime() + 30 * dayMs) } },
    select: { day: true },
  })
  const holidays = new Set(closed.map((one) => dayText(one.day)))
  const deadline = deadlineAfter({ from: day, days: 0, dayType: 'CALENDAR', holidays, timeZone: cityTimeZone })
  if (!isNear(deadline, context)) return []
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT s.id, s.state::text AS state, s.employee_id AS "employeeId", e.name, e.unit_id AS "unitId", s.period_id AS "periodId",
      ${penilaiOf(judge, context.today)} AS "penilaiIds", (SELECT p.superior_id FROM employee p WHERE p.id = ${judge}) AS "superiorId"
    FROM skp s JOIN period y ON y.id = s.period_id JOIN employee e ON e.id = s.employee_id
    WHERE y.key = ${String(year)} AND y.state <> 'CLOSED' AND s.sequence = 1 AND s.system <> 'RUANG_GTK'
      AND s.state IN ('DRAFT', 'DIKEMBALIKAN', 'DIAJUKAN', 'DIREVIU') AND (e.separated_on IS NULL OR e.separated_on >= ${context.today}::date)`)
  return rows.map(({ id, name, state, employeeId, unitId, periodId, penilaiIds, superiorId }) => ({
    ...{ entity: { type: 'Skp', id }, params: { employee: name, year: String(year) }, deadline, periodId, unitId, employeeId },
    chain: chainOf(state, employeeId, penilaiIds, superiorId),
  }))
}

/** Until it is submitted a plan follows the reporting line; from then on it keeps its penilai. */
const judge = Prisma.sql`CASE WHEN s.state IN ('DRAFT', 'DIKEMBALIKAN') THEN e.superior_id ELSE coalesce(s.penilai_id, e.superior_id) END`

function chainOf(state: string, employeeId: string, penilaiIds: readonly string[], superiorId: string | null): Level[] {
  const above: Level[] = [
    { employeeIds: penilaiIds },
    { employeeIds: superiorId === null ? [] : [superiorId] },
    { holdersOf: 'plans.manage' },
  ]
  if (state === 'DIAJUKAN') return [{ holdersOf: 'plans.manage' }, { holdersOf: 'plans.manage' }]
  return state === 'DIREVIU' ? above : [{ employeeIds: [employeeId] }, ...above]
}
