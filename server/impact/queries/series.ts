import type { OutcomeArm, OutcomePhase, Prisma } from '../../generated/prisma/client.ts'
import { exact, mean, roundHalfUp, sum } from '../../math.ts'

/** The outcome of one arm in one month. */
export type SeriesPoint = {
  readonly arm: OutcomeArm
  readonly phase: OutcomePhase
  readonly month: Date
  /** Units or people that were read. */
  readonly n: number
  /** Rate over pooled cases, or the mean of the values; 4 decimals. */
  readonly value: string
}

/** The course of an outcome by arm and month, oldest first: what is drawn beside an effect. One statement. */
export async function seriesOf(
  db: Pick<Prisma.TransactionClient, 'outcomePoint'>,
  programmeId: string,
  outcome: string,
): Promise<SeriesPoint[]> {
  const points = await db.outcomePoint.findMany({ where: { programmeId, outcome }, orderBy: [{ month: 'asc' }, { arm: 'asc' }] })
  const groups = Map.groupBy(points, ({ arm, phase, month }) => `${month.toISOString()}|${arm}|${phase}`)
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const cases = sum(own.map(({ denominator }) => denominator?.toFixed() ?? 0))
    const values = own.flatMap(({ value }) => (value === null ? [] : [exact(value.toFixed())]))
    const level = cases.isZero()
      ? values.length === 0
        ? null
        : mean(values)
      : sum(own.map(({ numerator }) => numerator?.toFixed() ?? 0)).div(cases)
    const { arm, phase, month } = first
    return level === null ? [] : [{ arm, phase, month, n: own.length, value: roundHalfUp(level, 4).toFixed(4) }]
  })
}
