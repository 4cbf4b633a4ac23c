import { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { cityTimeZone, deadlineAfter } from '../../organization/rules/deadlines.ts'
import type { Transaction } from '../../transact.ts'
import { improvementTrigger, lowPredikat } from '../rules/improvement-trigger.ts'
import type { Predikat } from '../rules/predikat.ts'

export type TriggeredResult = {
  readonly appraisalId: string
  readonly periodKey: string
  readonly kind: 'PERIODIC' | 'ANNUAL'
  readonly year: number
  readonly number: number
  readonly predikat: Predikat
  readonly finalAt: Date
}

export type ImprovementTriggered = {
  readonly employeeId: string
  /** The annual result, or the two periodic ones in a row. */
  readonly results: readonly TriggeredResult[]
  /** Last instant for opening an improvement plan (LOCAL, setting `improvementDays`, calendar days from the last of the results). */
  readonly dueAt: Date
}

type Row = Omit<TriggeredResult, 'finalAt'> & { readonly employeeId: string; readonly finalAt: string }

/** Results older than this are history: nobody opens a plan for them. */
const daysBack = 550

/**
 * Everybody whose final results oblige to open an improvement plan (domain A12), soonest due first; whether a plan exists is not asked here. `within` narrows the
 * employees, as a condition on `e`. Three statements.
 */
export async function improvementsTriggered(
  tx: Pick<Transaction, '$queryRaw' | 'setting' | 'holiday'>,
  now: Date,
  within: Prisma.Sql = Prisma.sql`TRUE`,
): Promise<ImprovementTriggered[]> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT a.employee_id AS "employeeId", a.id AS "appraisalId", p.key AS "periodKey", a.kind::text AS kind, p.year::int AS year, p.number::int AS number,
      a.predikat::text AS predikat, to_json(a.final_at)::text AS "finalAt"
    FROM appraisal a JOIN period p ON p.id = a.period_id
    WHERE a.is_current AND a.state IN ('FINAL', 'TEREKSPOR') AND a.predikat IS NOT NULL AND a.final_at IS NOT NULL AND p.ends_on > ${now}::date - ${daysBack}::int
      AND a.employee_id IN (
        SELECT low.employee_id FROM appraisal low JOIN period q ON q.id = low.period_id JOIN employee e ON e.id = low.employee_id
        WHERE low.is_current AND low.state IN ('FINAL', 'TEREKSPOR') AND low.predikat = ANY (${[...lowPredikat]}::predikat[]) AND q.ends_on > ${now}::date - ${daysBack}::int
          AND (e.separated_on IS NULL OR e.separated_on > ${now}::date) AND ${within})`)
  if (rows.length === 0) return []
  const [settings, closed] = await Promise.all([
    settingsOn(tx, civilDate(now)),
    tx.holiday.findMany({ where: { day: { gte: new Date(now.getTime() - daysBack * 86_400_000) } }, select: { day: true } }),
  ])
  const holidays = new Set(closed.map(({ day }) => day.toISOString().slice(0, 10)))
  const perYear = settings.evaluationPeriod === 'BULANAN' ? 12 : 4
  return [...Map.groupBy(rows, ({ employeeId }) => employeeId)]
    .flatMap(([employeeId, own]): ImprovementTriggered[] => {
      const all = own.map(({ employeeId: _, finalAt, ...one }) => ({ ...one, finalAt: new Date(JSON.parse(finalAt)) }))
      const results = improvementTrigger(all, perYear)
      if (results.length === 0) return []
      const from = new Date(Math.max(...results.map(({ finalAt }) => finalAt.getTime())))
      const rule = { from, days: settings.improvementDays, dayType: 'CALENDAR' as const, holidays, timeZone: cityTimeZone }
      return [{ employeeId, results, dueAt: deadlineAfter(rule) }]
    })
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.employeeId < b.employeeId ? -1 : 1))
}
