/** Whole days between two instants on the city's clock, by their dates: 0 on the same day, negative when it has passed. */
export function daysLeft(until: string, now: Date): number {
  const date = (instant: Date) => Date.parse(`${instant.toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' })}T00:00:00Z`)
  const days = Math.round((date(new Date(until)) - date(now)) / 86_400_000)
  return days === 0 && now > new Date(until) ? -1 : days
}
