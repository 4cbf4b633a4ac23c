import type { OutcomePoint, Prisma } from '../../generated/prisma/client.ts'
import type { Reading } from '../rules/outcome.ts'

type Db = Pick<Prisma.TransactionClient, 'outcomePoint'>

/** Readings of a programme by outcome, oldest first. */
export async function pointsOf(db: Db, programmeId: string): Promise<ReadonlyMap<string, OutcomePoint[]>> {
  const points = await db.outcomePoint.findMany({ where: { programmeId }, orderBy: [{ month: 'asc' }, { id: 'asc' }] })
  return Map.groupBy(points, ({ outcome }) => outcome)
}

const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth()

/** The readings within the registered windows: the last months before and the first after the programme; what lies outside was not agreed on. */
export function readingsWithin(
  points: readonly OutcomePoint[],
  { preMonths, postMonths }: { readonly preMonths: number; readonly postMonths: number },
): Reading[] {
  const months = (phase: OutcomePoint['phase']) =>
    points.flatMap((point) => (point.phase === phase ? [monthOf(point.month)] : []))
  const [lastBefore, firstAfter] = [Math.max(...months('PRA')), Math.min(...months('PASCA'))]
  return points.flatMap((point) => {
    const at = monthOf(point.month)
    const isWithin = point.phase === 'PRA' ? at > lastBefore - preMonths : at < firstAfter + postMonths
    const subjectId = point.unitId ?? point.employeeId
    if (!isWithin || subjectId === null) return []
    const { arm, phase } = point
    const text = (value: OutcomePoint['value']) => value?.toFixed() ?? null
    return [
      {
        subjectId,
        arm,
        phase,
        at,
        numerator: text(point.numerator),
        denominator: text(point.denominator),
        value: text(point.value),
      },
    ]
  })
}
