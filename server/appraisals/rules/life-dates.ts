import { cityTimeZone, type DayType, deadlineAfter } from '../../organization/rules/deadlines.ts'

export interface PeriodEnd {
  readonly kind: 'ANNUAL' | 'PERIODIC'
  /** Last day of the period, as ISO date. */
  readonly endsOn: string
}

/** Settings of the deadlines, as they hold on the last day of the period. */
export interface LifeSettings {
  readonly selfAssessDays: number
  readonly ratingDays: number
  /** MM-DD of the following year. */
  readonly annualDeadline: string
}

const noon = (day: string) => new Date(`${day}T05:00:00Z`)

/** Until when people assess themselves, counted from the last day of the period (LOCAL). */
export function selfAssessUntil({ endsOn }: PeriodEnd, { selfAssessDays }: LifeSettings, holidays: ReadonlySet<string>): Date {
  return deadlineAfter({ from: noon(endsOn), days: selfAssessDays, dayType: 'CALENDAR', holidays, timeZone: cityTimeZone })
}

/** By when the penilai has rated: of a quarter some days after its end, of a year the annual deadline (LOCAL). */
export function rateUntil({ kind, endsOn }: PeriodEnd, settings: LifeSettings, holidays: ReadonlySet<string>): Date {
  const isYear = kind === 'ANNUAL'
  const from = isYear ? noon(`${Number(endsOn.slice(0, 4)) + 1}-${settings.annualDeadline}`) : noon(endsOn)
  const days = isYear ? 0 : settings.ratingDays
  return deadlineAfter({ from, days, dayType: 'CALENDAR', holidays, timeZone: cityTimeZone })
}

/** Last instant of an objection to a result that was delivered at this instant (PP 30/2019 art. 59: 14 days; how they are counted is LOCAL). */
export function objectionUntil(
  deliveredAt: Date,
  { objectionDays, objectionDayType }: { readonly objectionDays: number; readonly objectionDayType: DayType },
  holidays: ReadonlySet<string>,
): Date {
  return deadlineAfter({ from: deliveredAt, days: objectionDays, dayType: objectionDayType, holidays, timeZone: cityTimeZone })
}

/** Did somebody who left on this day serve less than one month of the period (domain G2, `cancel`)? */
export function hasLeftAtOnce(separatedOn: string | null, startsOn: string): boolean {
  if (separatedOn === null) return false
  const start = new Date(`${startsOn}T00:00:00Z`)
  const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, start.getUTCDate())).toISOString().slice(0, 10)
  return separatedOn < month
}
