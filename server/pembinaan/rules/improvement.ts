/** Days after the start on which the leader looks back (domain D7, LOCAL). */
export const milestoneDays = [60, 120, 180] as const

export type MilestoneLevel = { readonly day: number; readonly level: 'DI_ATAS' | 'SESUAI' | 'DI_BAWAH' | null }

/** Improved: at least as expected in two looks back that follow each other (domain D7). */
export function hasImproved(milestones: readonly MilestoneLevel[]): boolean {
  const levels = milestones.toSorted((a, b) => a.day - b.day).map(({ level }) => level !== null && level !== 'DI_BAWAH')
  return levels.some((isMet, index) => isMet && levels[index + 1] === true)
}

/** The day after a number of days, both civil dates. */
export function daysAfter(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000)
}

/** The last day of a span of months that begins on this day; a day that the month lacks becomes its last one. */
export function monthsAfter(day: Date, months: number): Date {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day.getUTCDate(), last)))
}
