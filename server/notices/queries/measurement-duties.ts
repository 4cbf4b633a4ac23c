import { penilaiOf } from '../../appraisals/queries/life.ts'
import { type PeriodKind, Prisma } from '../../generated/prisma/client.ts'
import { nextMidnight } from '../../identity/rules/civil-date.ts'
import type { Transaction } from '../../transact.ts'
import { longestOverdueDays } from '../rules/ladder.ts'
import { type Duty, type DutyContext, isNear, type Level } from './duties.ts'

type Watched = {
  readonly id: string
  readonly key: string
  readonly parentId: string | null
  readonly startsOn: Date
  readonly endsOn: Date
  readonly closesOn: Date
}

/** Parts of a year that are over and whose last day for records is near or has passed. Their last day is a decision, so no closed day moves it. */
async function watchedPeriods(tx: Transaction, kind: PeriodKind, { today }: DutyContext): Promise<Watched[]> {
  const from = new Date(today.getTime() - longestOverdueDays * 86_400_000)
  return tx.period.findMany({ where: { kind, state: 'OPEN', endsOn: { lt: today }, closesOn: { gte: from } } })
}

const lastInstant = ({ closesOn }: Watched) => new Date(nextMidnight(closesOn).getTime() - 1)

type Row = {
  readonly employeeId: string
  readonly name: string
  readonly unitId: string
  readonly penilaiIds: readonly string[]
  readonly superiorId: string | null
}

/** People with a plan in force on the last day of a period of whose own measurements something is missing. */
function peopleWith(tx: Transaction, period: Watched, missing: Prisma.Sql, today: Date): Promise<Row[]> {
  return tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id AS "employeeId", e.name, e.unit_id AS "unitId", ${penilaiOf(Prisma.sql`k.penilai_id`, today)} AS "penilaiIds",
      (SELECT p.superior_id FROM employee p WHERE p.id = coalesce(k.penilai_id, e.superior_id)) AS "superiorId"
    FROM skp k JOIN employee e ON e.id = k.employee_id
    WHERE k.period_id = ${period.parentId}::uuid AND k.system <> 'RUANG_GTK' AND k.state IN ('BERJALAN', 'REVISI', 'DITUTUP')
      AND k.starts_on <= ${period.endsOn}::date AND k.ends_on >= ${period.endsOn}::date
      AND (e.separated_on IS NULL OR e.separated_on >= ${today}::date) AND ${missing}`)
}

function dutiesOf(period: Watched, rows: readonly Row[], chainOf: (row: Row) => readonly Level[]): Duty[] {
  return rows.map((row) => ({
    entity: { type: 'Employee', id: row.employeeId },
    params: { employee: row.name, period: period.key },
    deadline: lastInstant(period),
    chain: chainOf(row),
    ...{ periodId: period.id, unitId: row.unitId, employeeId: row.employeeId },
  }))
}

/** Own measurements of a quarter that nobody has handed in, with the last day on which they may be (LOCAL: the 10th of the month after). */
export async function missingMeasurements(tx: Transaction, context: DutyContext): Promise<Duty[]> {
  const quarters = (await watchedPeriods(tx, 'QUARTER', context)).filter((period) => isNear(lastInstant(period), context))
  const found = await Promise.all(
    quarters.map(async (quarter) => {
      const missing = Prisma.sql`EXISTS (
        SELECT FROM rhk r JOIN iki i ON i.rhk_id = r.id JOIN measurement_series s ON s.id = i.series_id
        WHERE r.skp_id = k.id AND s.employee_id = e.id AND NOT EXISTS (
          SELECT FROM realisation x WHERE x.series_id = s.id AND x.period_id = ${quarter.id}::uuid AND x.state IN ('SUBMITTED', 'VERIFIED', 'LOCKED')))`
      const rows = await peopleWith(tx, quarter, missing, context.today)
      return dutiesOf(quarter, rows, ({ employeeId, penilaiIds, superiorId }) => [
        { employeeIds: [employeeId] },
        { employeeIds: penilaiIds },
        { employeeIds: superiorId === null ? [] : [superiorId] },
        { holdersOf: 'realisations.verify' },
      ])
    }),
  )
  return found.flat()
}

/**
 * People who have recorded nothing of a month (domain A1: a monthly log beside quarterly evaluations, LOCAL). The last month of a quarter is left to the
 * quarter's own measurements, and nobody above the penilai is told.
 */
export async function missingProgress(tx: Transaction, context: DutyContext): Promise<Duty[]> {
  const months = (await watchedPeriods(tx, 'MONTH', context)).filter(
    (month) => isNear(lastInstant(month), context) && (month.endsOn.getUTCMonth() + 1) % 3 !== 0,
  )
  const found = await Promise.all(
    months.map(async (month) => {
      const missing = Prisma.sql`EXISTS (
        SELECT FROM rhk r JOIN iki i ON i.rhk_id = r.id JOIN measurement_series s ON s.id = i.series_id WHERE r.skp_id = k.id AND s.employee_id = e.id)
        AND NOT EXISTS (
          SELECT FROM measurement_series s JOIN realisation x ON x.series_id = s.id
          WHERE s.employee_id = e.id AND (x.period_id = ${month.id}::uuid OR x.measured_on BETWEEN ${month.startsOn}::date AND ${month.endsOn}::date))`
      const rows = await peopleWith(tx, month, missing, context.today)
      return dutiesOf(month, rows, ({ employeeId, penilaiIds }) => [{ employeeIds: [employeeId] }, { employeeIds: penilaiIds }])
    }),
  )
  return found.flat()
}
