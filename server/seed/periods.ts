import type { PeriodState, Prisma } from '../generated/prisma/client.ts'
import { addDays, type Calendar, day, type Quarter, quartersOf } from './calendar.ts'
import type { Random } from './random.ts'

type PeriodRow = Prisma.PeriodCreateManyInput & { readonly id: string; readonly key: string }

/** A quarter is closed this long after its last day of recording; last year is closed as a whole. */
const closedAfterDays = 60

/** Last year with its quarters and months, all closed, and the year that runs. */
export function buildPeriods(random: Random, calendar: Calendar): readonly PeriodRow[] {
  return [calendar.lastYear, calendar.thisYear].flatMap((year) => {
    const id = random.id()
    const base = { year, createdAt: calendar.now }
    const whole: PeriodRow = {
      ...base,
      id,
      key: String(year),
      kind: 'ANNUAL',
      number: 0,
      startsOn: day(year, 1, 1),
      endsOn: day(year, 12, 31),
      closesOn: day(year + 1, 1, 31),
      state: year === calendar.lastYear ? 'CLOSED' : 'OPEN',
    }
    const quarters = quartersOf(year).map(
      ({ key, number, startsOn, endsOn, closesOn }): PeriodRow => ({
        ...base,
        id: random.id(),
        key,
        kind: 'QUARTER',
        number,
        startsOn,
        endsOn,
        closesOn,
        parentId: id,
        state: stateOf({ startsOn, closesOn }, calendar),
      }),
    )
    const months = Array.from({ length: 12 }, (_, index): PeriodRow => {
      const [startsOn, endsOn, closesOn] = [day(year, index + 1, 1), day(year, index + 2, 0), day(year, index + 2, 10)]
      const key = `${year}-${String(index + 1).padStart(2, '0')}`
      const state = stateOf({ startsOn, closesOn }, calendar)
      return { ...base, id: random.id(), key, kind: 'MONTH', number: index + 1, startsOn, endsOn, closesOn, parentId: id, state }
    })
    return [whole, ...quarters, ...months]
  })
}

export function stateOf(
  { startsOn, closesOn }: Pick<Quarter, 'startsOn' | 'closesOn'>,
  { lastYear, today }: Calendar,
): PeriodState {
  if (startsOn.getUTCFullYear() === lastYear || addDays(closesOn, closedAfterDays) < today) return 'CLOSED'
  return startsOn > today ? 'PREPARED' : 'OPEN'
}
