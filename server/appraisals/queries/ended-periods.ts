import type { PeriodKind } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { dayText } from '../../organization/rules/days.ts'
import type { Transaction } from '../../transact.ts'
import { rateUntil, selfAssessUntil } from '../rules/life-dates.ts'

/** A period that is over, with the last instants for both sides, as `readLife` tells them for each of its appraisals. */
export type EndedPeriod = {
  readonly id: string
  readonly key: string
  readonly kind: PeriodKind
  readonly selfAssessUntil: Date
  readonly rateUntil: Date
}

const dayMs = 86_400_000
/** Closed days are needed up to the annual deadline of the following year. */
const holidaysMs = 150 * dayMs

/** Periods with appraisals that ended within so many days before today; three statements for each, of which there are few. */
export async function endedPeriods(
  db: Pick<Transaction, 'period' | 'setting' | 'holiday'>,
  now: Date,
  withinDays: number,
): Promise<EndedPeriod[]> {
  const today = civilDate(now)
  const periods = await db.period.findMany({
    where: { endsOn: { lt: today, gte: new Date(today.getTime() - withinDays * dayMs) }, appraisals: { some: {} } },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
  })
  return Promise.all(
    periods.map(async ({ id, key, kind, endsOn }) => {
      const settings = await settingsOn(db, endsOn)
      const closed = await db.holiday.findMany({
        where: { day: { gte: endsOn, lte: new Date(endsOn.getTime() + holidaysMs) } },
        select: { day: true },
      })
      const end = { kind: kind === 'ANNUAL' ? 'ANNUAL' : 'PERIODIC', endsOn: dayText(endsOn) } as const
      const holidays = new Set(closed.map(({ day }) => dayText(day)))
      return {
        ...{ id, key, kind },
        selfAssessUntil: selfAssessUntil(end, settings, holidays),
        rateUntil: rateUntil(end, settings, holidays),
      }
    }),
  )
}
