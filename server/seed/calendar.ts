import { civilDate } from '../identity/rules/civil-date.ts'

/** The days around which the city is built: a year that is over and the year that runs. Days are UTC midnights, as in the database. */
export type Calendar = {
  readonly now: Date
  readonly today: Date
  readonly lastYear: number
  readonly thisYear: number
}

export type Quarter = {
  readonly key: string
  readonly number: 1 | 2 | 3 | 4
  readonly startsOn: Date
  readonly endsOn: Date
  /** Last day of recording: the 10th of the month that follows (LOCAL). */
  readonly closesOn: Date
}

export function calendarOf(now: Date): Calendar {
  const today = civilDate(now)
  const thisYear = today.getUTCFullYear()
  return { now, today, lastYear: thisYear - 1, thisYear }
}

/** The civil day `year-month-day`; months and days beyond their range roll over, as in `Date.UTC`. */
export function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month - 1, date))
}

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}

/** The same wall-clock hour (UTC) of a day: an instant for rows that carry one. */
export function atHour(date: Date, hour: number): Date {
  return new Date(date.getTime() + hour * 3_600_000)
}

export function quartersOf(year: number): readonly Quarter[] {
  return ([1, 2, 3, 4] as const).map((number) => ({
    key: `${year}-TW${number}`,
    number,
    startsOn: day(year, number * 3 - 2, 1),
    endsOn: day(year, number * 3 + 1, 0),
    closesOn: day(year, number * 3 + 1, 10),
  }))
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
