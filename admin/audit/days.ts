/** A day of the city as the instant at which it begins there. */
export function instantOf(day: unknown): string | undefined {
  return typeof day === 'string' && day ? `${day.slice(0, 10)}T00:00:00+07:00` : undefined
}

/** The instant at which a day of the city ends. */
export function dayAfter(day: unknown): string | undefined {
  if (typeof day !== 'string' || !day) return undefined
  const next = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return instantOf(next.toISOString())
}
