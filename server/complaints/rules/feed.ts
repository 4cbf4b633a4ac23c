import { nextMidnight } from '../../identity/rules/civil-date.ts'
import { exact, roundHalfUp } from '../../math.ts'

/** The indicators that complaints feed (domain B2): complaints handled within one day, and its counter-indicator against premature answers. */
export const fedIndicators = { oneDay: 'CMP-01', reopened: 'CMP-02' } as const

const hourMs = 3_600_000

/** The instants of the city's civil days from the first to the last: `[from, to)`. */
export function instantsOf({ startsOn, endsOn }: { readonly startsOn: Date; readonly endsOn: Date }): {
  readonly from: Date
  readonly to: Date
} {
  // Noon UTC is evening in the city, so the midnight that follows is the one that begins the next civil day.
  const before = new Date(startsOn.getTime() - 12 * hourMs)
  return { from: nextMidnight(before), to: nextMidnight(new Date(endsOn.getTime() + 12 * hourMs)) }
}

/** When a figure is taken by itself: a reopening that undoes the success of the last day has had its time by then (LOCAL). */
export function figureDueAt(quarterEndsAt: Date, reopenDays: number): Date {
  return new Date(quarterEndsAt.getTime() + (reopenDays + 1) * 24 * hourMs)
}

/** A share as the indicator measures it, in per cent with 6 decimals, as exact decimal text. */
export function percentText(numerator: number, denominator: number): string {
  return exact(roundHalfUp(exact(numerator).div(denominator).times(100), 6)).toFixed()
}
