import { unitFigures } from '../../server/complaints/queries/figures.ts'
import { instantsOf } from '../../server/complaints/rules/feed.ts'
import type { Database } from '../../server/db.ts'
import { differences } from './differences.ts'

type OneDayFigure = {
  /** Code of the unit. */
  readonly unit: string
  readonly handled: number
  readonly eligible: number
  readonly censored: number
  readonly excluded: number
  readonly rate: number
  readonly ciLow: number
  readonly ciHigh: number
  readonly reopened: number
  readonly reopenRate: number
}

export interface OneDayTruth {
  readonly complaintsAsOf: string
  readonly oneDayRate: readonly OneDayFigure[]
}

/** The quarter that the complaints are about. */
export const complaintQuarter = { startsOn: new Date('2025-10-01'), endsOn: new Date('2025-12-31') } as const

/** Compares the one-day rate of every unit, its interval, what was censored and left out, and the share of reopened ones. */
export async function oneDayDifferences({ prisma }: Database, { complaintsAsOf, oneDayRate }: OneDayTruth): Promise<string[]> {
  const figures = await unitFigures(prisma, { ...instantsOf(complaintQuarter), asOf: new Date(complaintsAsOf) })
  const units = await prisma.unit.findMany({ select: { id: true, code: true } })
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const found = figures.map(({ unitId, handled, eligible, censored, excluded, rate, ciLow, ciHigh, reopened, reopenRate }) => {
    const all = Object.values(excluded).reduce((sum, count) => sum + count, 0)
    return { unit: codes.get(unitId), handled, eligible, censored, excluded: all, rate, ciLow, ciHigh, reopened, reopenRate }
  })
  const byUnit = <Row extends { readonly unit: string | undefined }>(rows: readonly Row[]) =>
    Object.fromEntries(rows.map((row) => [row.unit, row]))
  const expected = oneDayRate.map(
    ({ unit, handled, eligible, censored, excluded, rate, ciLow, ciHigh, reopened, reopenRate }) => ({
      unit,
      handled,
      eligible,
      censored,
      excluded,
      rate,
      ciLow,
      ciHigh,
      reopened,
      reopenRate,
    }),
  )
  return [
    ...differences(byUnit(expected), byUnit(found), 'oneDayRate'),
    ...differences(expected.length, found.length, 'units with complaints'),
  ]
}
