/** A day by which something of a year should be done. LOCAL where no national rule names the day. */
export type Deadline = {
  readonly kind: 'RECORDING_CLOSES' | 'ANNUAL_PREDIKAT'
  readonly periodKey: string
  readonly on: Date
  readonly isLocal: boolean
  /** Whole days from today; negative once it has passed. */
  readonly daysLeft: number
  readonly isDone: boolean
}

type Year = { readonly key: string; readonly year: number; readonly state: string }
type Part = { readonly key: string; readonly closesOn: Date; readonly state: string }

const dayMs = 86_400_000

/**
 * Deadlines of a year in the order of their days: the last day for measurements of each quarter, which is the 10th of the month after it
 * (LOCAL), and the day of the following year by which the annual predikat is set (setting `annualDeadline`, MM-DD, LOCAL).
 */
export function deadlinesOf(
  year: Year,
  quarters: readonly Part[],
  { annualDeadline, today }: { readonly annualDeadline: string; readonly today: Date },
): Deadline[] {
  const of = (kind: Deadline['kind'], periodKey: string, on: Date, state: string): Deadline => {
    const daysLeft = Math.round((on.getTime() - today.getTime()) / dayMs)
    return { kind, periodKey, on, isLocal: true, daysLeft, isDone: state === 'CLOSED' }
  }
  return [
    ...quarters.map(({ key, closesOn, state }) => of('RECORDING_CLOSES', key, closesOn, state)),
    of('ANNUAL_PREDIKAT', year.key, new Date(`${year.year + 1}-${annualDeadline}T00:00:00Z`), year.state),
  ].sort((a, b) => a.on.getTime() - b.on.getTime())
}
