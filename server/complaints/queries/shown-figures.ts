import type { Context } from '../../context.ts'
import { DomainError } from '../../errors.ts'
import { reachOf } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { idOf } from '../../list.ts'
import { underUnits } from '../../organization/queries.ts'
import { instantsOf } from '../rules/feed.ts'
import { type FigureOfUnit, unitFigures } from './figures.ts'

export type ShownFigure = FigureOfUnit

type Asked = {
  readonly from: Date
  readonly to: Date
  readonly asOf?: Date | null | undefined
  readonly underUnitId?: string | null | undefined
}

const bounds = { units: 300, days: 400 } as const

/**
 * One-day rates by unit code for a caller: with the reach of `complaints.read` all of them, elsewhere only those of `kInternal` complaints or more (LOCAL), so that no
 * figure speaks of a single citizen. Throws INVALID_INPUT for a time that is none.
 */
export async function shownFigures(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { from, to, asOf, underUnitId }: Asked,
): Promise<ShownFigure[]> {
  if (to < from || to.getTime() - from.getTime() > bounds.days * 86_400_000) {
    const sentence = { id: `Isi rentang paling lama ${bounds.days} hari.`, en: `Give a time of at most ${bounds.days} days.` }
    throw new DomainError('INVALID_INPUT', sentence, { to: sentence })
  }
  const span = { ...instantsOf({ startsOn: from, endsOn: to }), asOf: asOf && asOf < now ? asOf : now }
  const within = underUnitId ? underUnits([idOf('Unit', underUnitId)]).unit : {}
  const units = await db.unit.findMany({
    where: { AND: [within, { complaints: { some: { queue: 'DESK', receivedAt: { gte: span.from, lt: span.to } } } }] },
    orderBy: { code: 'asc' },
    take: bounds.units,
    select: { id: true },
  })
  const ids = units.map(({ id }) => id)
  const figures = new Map((await unitFigures(db, span, ids)).map((figure) => [figure.unitId, figure]))
  const [open, smallest] = await Promise.all([openUnits(db, actor, ids), settingsOn(db, civilDate(now))])
  return ids.flatMap((id) => {
    const figure = figures.get(id)
    return figure && (open.has(id) || figure.eligible >= smallest.kInternal) ? [figure] : []
  })
}

/** Units of which the actor may read the complaints one by one anyway. */
async function openUnits(
  db: Context['db'],
  actor: Context['actor'],
  unitIds: readonly string[],
): Promise<{ has(id: string): boolean }> {
  const reach = reachOf(actor, 'complaints.read')
  if (reach === 'ALL') return { has: () => true }
  if (reach.length === 0) return new Set<string>()
  const rows = await db.unitAncestor.findMany({
    where: { unitId: { in: [...unitIds] }, ancestorId: { in: [...reach] } },
    select: { unitId: true },
  })
  return new Set(rows.map(({ unitId }) => unitId))
}
