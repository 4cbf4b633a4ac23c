import { civilDate } from '../../identity/rules/civil-date.ts'

/** A step of the ladder: who of the chain is told, and as what. */
export type Rung = {
  /** Tells one step from another: each is told once. */
  readonly name: string
  /** Place in the chain, 0 for whoever has to act. */
  readonly level: number
  readonly isOverdue: boolean
}

export type LadderSettings = {
  /** Days before a deadline on which whoever has to act is reminded, rising (LOCAL). */
  readonly reminderDays: readonly number[]
  /** Days after which what is overdue goes one person further (LOCAL). */
  readonly escalationDays: number
}

/** What has been overdue for longer is history that was entered later, or was given up: nobody is bothered with it (LOCAL). */
export const longestOverdueDays = 60

const dayMs = 86_400_000

/**
 * The step of today for a deadline, whose last instant still counts: reminders before it go to whoever has to act, and from the day after it each step
 * goes to the next person of the chain, the last of whom is told once. Null when nobody is told: before the first reminder, long after, and
 * where the chain has nobody beyond the first. A server that stood still on the day of a step takes it on a later day, unless the next one has come.
 */
export function rungOn(deadline: Date, today: Date, chainLength: number, settings: LadderSettings): Rung | null {
  const left = daysLeft(deadline, today)
  if (left >= 0) {
    const reminder = settings.reminderDays.find((days) => left <= days)
    return reminder === undefined ? null : { name: `T-${reminder}`, level: 0, isOverdue: false }
  }
  if (-left > longestOverdueDays || chainLength < 2) return null
  const level = Math.min(1 + Math.floor((-left - 1) / settings.escalationDays), chainLength - 1)
  return { name: `overdue-${level}`, level, isOverdue: true }
}

/** Whole days from today to the civil day of the deadline; negative once it has passed. */
export function daysLeft(deadline: Date, today: Date): number {
  return Math.round((civilDate(deadline).getTime() - today.getTime()) / dayMs)
}
