import type { Context } from '../../context.ts'
import { reachOf } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { idOf } from '../../list.ts'
import { type AwardFigures, type Candidate, rateCandidates, scoreCandidates } from './award-figures.ts'

/** Candidates that one answer lists. */
const most = 25

export type CandidateScope = {
  readonly periodKey: string
  readonly basis: 'SCORE' | 'RATE'
  readonly underUnitId?: string | null | undefined
}

/**
 * The first 25 candidates for an award within the reach of `recognition.manage`, compared with the whole city whatever the unit that is looked at. Five statements at
 * most.
 */
export async function candidates(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { periodKey, basis, underUnitId }: CandidateScope,
): Promise<Candidate<AwardFigures>[]> {
  const period = await db.period.findUnique({ where: { key: periodKey }, select: { id: true, year: true, kind: true } })
  if (period?.kind !== 'ANNUAL') return []
  const { awardBaselineYears } = await settingsOn(db, civilDate(now))
  const all = basis === 'SCORE' ? await scoreCandidates(db, period.id) : await rateCandidates(db, period.year, awardBaselineYears)
  const reach = reachOf(actor, 'recognition.manage')
  const roots = [...(underUnitId ? [[idOf('Unit', underUnitId)]] : []), ...(reach === 'ALL' ? [] : [[...reach]])]
  const within = await Promise.all(
    roots.map(async (ancestors) => {
      const rows = await db.unitAncestor.findMany({ where: { ancestorId: { in: ancestors } }, select: { unitId: true } })
      return new Set(rows.map(({ unitId }) => unitId))
    }),
  )
  return all.filter(({ unitId }) => within.every((units) => units.has(unitId))).slice(0, most)
}
