/** Western Indonesian Time has no daylight saving: always seven hours before UTC. */
const wibOffsetMs = 7 * 3_600_000
const dayMs = 86_400_000

/** The civil date of an instant in the time zone of the city (WIB), as midnight UTC of that day: the form that all dates have here. */
export function civilDate(at: Date): Date {
  return new Date(Math.floor((at.getTime() + wibOffsetMs) / dayMs) * dayMs)
}

/** The instant at which the civil date of the city changes next. */
export function nextMidnight(at: Date): Date {
  return new Date(civilDate(at).getTime() + dayMs - wibOffsetMs)
}

export function dayBefore(date: Date): Date {
  return new Date(date.getTime() - dayMs)
}
