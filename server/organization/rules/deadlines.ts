/** How the days of a deadline are counted: every day, or only those on which offices are open. */
export type DayType = 'CALENDAR' | 'WORKING'

export type DeadlineRule = {
  /** The instant from which it runs; its civil date is day 0. */
  readonly from: Date
  readonly days: number
  readonly dayType: DayType
  /** Closed days by decree, as `YYYY-MM-DD`. Saturdays and Sundays are closed anyway. */
  readonly holidays: ReadonlySet<string>
  /** IANA name of the time zone whose civil days count, such as `Asia/Jakarta`. */
  readonly timeZone: string
}

/** The zone whose civil days count in the city (WIB). */
export const cityTimeZone = 'Asia/Jakarta'

const dayMs = 86_400_000

/**
 * The last instant of a deadline: the end of its last day (23:59:59.999) in the time zone. Day 0 is the day of `from` (domain A11). Of calendar
 * days the last one moves to the next open day when it is closed (LOCAL); of working days only open ones are counted.
 * @throws RangeError when `days` is not a whole number of at least 0
 */
export function deadlineAfter({ from, days, dayType, holidays, timeZone }: DeadlineRule): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('A deadline has a whole number of days.')
  const first = civilDay(from, timeZone)
  let last = dayType === 'CALENDAR' ? first + days * dayMs : first
  for (let left = dayType === 'WORKING' ? days : 0; left > 0; ) {
    last += dayMs
    if (!isClosed(last, holidays)) left -= 1
  }
  while (isClosed(last, holidays)) last += dayMs
  return new Date(startOfDay(last + dayMs, timeZone) - 1)
}

/** Is the deadline over? Its last instant still counts. */
export function isPast(deadline: Date, now: Date): boolean {
  return now.getTime() > deadline.getTime()
}

/** Open days after the civil date of `from`, up to and including that of `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  from: Date,
  to: Date,
  { holidays, timeZone }: Pick<DeadlineRule, 'holidays' | 'timeZone'>,
): number {
  const last = civilDay(to, timeZone)
  let count = 0
  for (let day = civilDay(from, timeZone) + dayMs; day <= last; day += dayMs) if (!isClosed(day, holidays)) count += 1
  return count
}

function isClosed(day: number, holidays: ReadonlySet<string>): boolean {
  const date = new Date(day)
  const weekday = date.getUTCDay()
  return weekday === 0 || weekday === 6 || holidays.has(date.toISOString().slice(0, 10))
}

/** Midnight UTC of the civil date that an instant has in the zone. */
function civilDay(at: Date, timeZone: string): number {
  return Math.floor((at.getTime() + offsetAt(at, timeZone)) / dayMs) * dayMs
}

/** The instant at which this civil day begins in the zone. */
function startOfDay(day: number, timeZone: string): number {
  const guess = day - offsetAt(new Date(day), timeZone)
  // Where the clocks change between the guess and midnight UTC, the offset at the guess is the right one.
  return day - offsetAt(new Date(guess), timeZone)
}

/** How far the clocks of the zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
