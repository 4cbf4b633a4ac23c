import { cityTimeZone, deadlineAfter, isPast } from '../../organization/rules/deadlines.ts'

/** Settings as they hold on the day of the act. */
export interface ObjectionSettings {
  readonly objectionDecisionDays: number
  readonly objectionHearingDays: number
}

type Holidays = ReadonlySet<string>

/** By when an objection filed at this instant is decided (LOCAL: the text of PP 30/2019 art. 59 names no limit). Passing it decides nothing. */
export function decisionDueAt(filedAt: Date, { objectionDecisionDays }: ObjectionSettings, holidays: Holidays): Date {
  return deadlineAfter({
    from: filedAt,
    days: objectionDecisionDays,
    dayType: 'CALENDAR',
    holidays,
    timeZone: cityTimeZone,
  })
}

/** Until when both sides are waited for after the objection was accepted (LOCAL); afterwards silence blocks nobody. */
export function hearUntil(acceptedAt: Date, { objectionHearingDays }: ObjectionSettings, holidays: Holidays): Date {
  return deadlineAfter({
    from: acceptedAt,
    days: objectionHearingDays,
    dayType: 'CALENDAR',
    holidays,
    timeZone: cityTimeZone,
  })
}

/** Is the decision overdue? Its last instant still counts. */
export function isOverdue({ dueAt, decidedAt }: { readonly dueAt: Date; readonly decidedAt: Date | null }, now: Date): boolean {
  return decidedAt === null && isPast(dueAt, now)
}
