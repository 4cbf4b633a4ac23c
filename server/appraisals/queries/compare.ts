import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { found, idOf } from '../../list.ts'
import { visibleUnits } from '../../organization/queries.ts'
import { hiddenGroups } from '../rules/small-groups.ts'
import type { AggregateScope, KeyCount } from './aggregates.ts'
import { smallestGroup } from './small-groups.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now'>

/** Counts of one unit with everything below it, or of one period; without numbers where the group is too small for the caller. */
export type Spread = { readonly isSuppressed: boolean; readonly total: number | null; readonly counts: readonly KeyCount[] }

/** A unit of the city as a heading: everybody who is signed in sees the tree. */
export type UnitHead = { readonly id: string; readonly code: string; readonly name: string }

export type UnitSpread = Spread & { readonly unit: UnitHead }
export type PeriodSpread = Spread & { readonly periodKey: string; readonly kind: 'ANNUAL' | 'QUARTER' | 'MONTH' }

/** Most units beside each other, and most periods in a row. */
const mostUnits = 300
const mostPeriods = 24

/** The unit whose parts are compared: the named one, or the top of the city. */
export async function comparedUnit(
  { db, actor }: Pick<Asked, 'db' | 'actor'>,
  underUnitId: string | null | undefined,
): Promise<string> {
  const where = underUnitId ? { id: idOf('Unit', underUnitId) } : { parentId: null }
  return found(await db.unit.findFirst({ where: { AND: [where, visibleUnits(actor)] }, select: { id: true } })).id
}

/** Spread of predikat and of reasons for none in each unit directly below one, in the order of their codes. Three statements at most five. */
export async function spreadByUnit(asked: Asked, { periodKey, underUnitId }: AggregateScope): Promise<UnitSpread[]> {
  const parentId = await comparedUnit(asked, underUnitId)
  const rows = await asked.db.$queryRaw<(UnitHead & { counts: KeyCount[] | null })[]>(Prisma.sql`
    SELECT u.id, u.code, u.name, json_agg(json_build_object('key', c.key, 'count', c.count) ORDER BY c.key) FILTER (WHERE c.key IS NOT NULL) AS counts
    FROM unit u
    LEFT JOIN predikat_count c ON c.unit_id = u.id AND c.dimension IN ('PREDIKAT', 'REASON')
      AND c.period_id = (SELECT id FROM period WHERE key = ${periodKey})
    WHERE u.parent_id = ${parentId}::uuid GROUP BY u.id ORDER BY u.code LIMIT ${mostUnits}`)
  const heads = new Map(rows.map(({ id, code, name }) => [id, { id, code, name }]))
  const spreads = rows.map(({ id, counts }) => ({ key: id, counts: counts ?? [] }))
  const shown = await suppressed(asked, underUnitId, spreads)
  return shown.flatMap(({ key, ...spread }) => {
    const unit = heads.get(key)
    return unit ? [{ unit, ...spread }] : []
  })
}

/** Spread of predikat and of reasons by period, oldest first: years, or the quarters. Two statements at most four. */
export async function spreadByPeriod(
  asked: Asked,
  { underUnitId, kind }: { readonly underUnitId?: string | null; readonly kind: PeriodSpread['kind'] },
): Promise<PeriodSpread[]> {
  const unitId = await comparedUnit(asked, underUnitId)
  const rows = await asked.db.$queryRaw<{ key: string; counts: KeyCount[] }[]>(Prisma.sql`
    SELECT p.key, json_agg(json_build_object('key', c.key, 'count', c.count) ORDER BY c.key) AS counts
    FROM period p JOIN predikat_count c ON c.period_id = p.id AND c.unit_id = ${unitId}::uuid AND c.dimension IN ('PREDIKAT', 'REASON')
    WHERE p.kind = ${kind}::period_kind GROUP BY p.id ORDER BY p.starts_on DESC LIMIT ${mostPeriods}`)
  const shown = await suppressed(asked, underUnitId, rows.reverse())
  return shown.map(({ key, ...spread }) => ({ periodKey: key, kind, ...spread }))
}

async function suppressed(
  asked: Asked,
  underUnitId: string | null | undefined,
  groups: readonly { readonly key: string; readonly counts: readonly KeyCount[] }[],
) {
  const sizes = new Map(groups.map(({ key, counts }) => [key, counts.reduce((sum, { count }) => sum + count, 0)]))
  const hidden = hiddenGroups(sizes, await smallestGroup(asked, underUnitId))
  return groups.map(({ key, counts }) =>
    hidden.has(key)
      ? { key, isSuppressed: true, total: null, counts: [] }
      : { key, isSuppressed: false, total: sizes.get(key) ?? 0, counts },
  )
}

export type Cell = {
  readonly unitId: string
  readonly indicatorId: string
  /** Planned indicators; null where the group is too small for the caller. */
  readonly items: number | null
  readonly measured: number | null
  /** Mean achievement in per cent, two decimals half-up; null where nothing is measured. */
  readonly averagePct: number | null
  readonly isSuppressed: boolean
}

export type Heatmap = {
  readonly units: readonly UnitHead[]
  readonly indicators: readonly UnitHead[]
  readonly cells: readonly Cell[]
}

/** Most columns and rows of a heatmap: what most plans name. */
const mostIndicators = 40
const mostRows = 80

type FoundCell = {
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  readonly indicatorId: string
  readonly code: string
  readonly name: string
  readonly items: number
  readonly measured: number
  readonly averagePct: string | null
}

/** Mean achievement of the most used indicators in each unit directly below one. Two statements at most four. */
export async function heatmapOf(asked: Asked, { periodKey, underUnitId }: AggregateScope): Promise<Heatmap> {
  const parentId = await comparedUnit(asked, underUnitId)
  const rows = await asked.db.$queryRaw<FoundCell[]>(Prisma.sql`
    WITH found AS (
      SELECT s.*, u.code AS unit_code, u.name AS unit_name FROM indicator_summary s JOIN unit u ON u.id = s.unit_id
      WHERE u.parent_id = ${parentId}::uuid AND s.period_id = (SELECT id FROM period WHERE key = ${periodKey})
    ), chosen AS (SELECT indicator_id FROM found GROUP BY indicator_id ORDER BY sum(items) DESC, indicator_id LIMIT ${mostIndicators}),
    listed AS (SELECT unit_id FROM found GROUP BY unit_id ORDER BY sum(items) DESC, unit_id LIMIT ${mostRows})
    SELECT f.unit_id AS "unitId", f.unit_code AS "unitCode", f.unit_name AS "unitName", f.indicator_id AS "indicatorId", i.code, i.name,
      f.items, f.measured, CASE WHEN f.measured > 0 THEN round(f.sum_pct / f.measured, 2)::text END AS "averagePct"
    FROM found f JOIN chosen USING (indicator_id) JOIN listed USING (unit_id) JOIN indicator i ON i.id = f.indicator_id
    ORDER BY f.unit_code, i.code`)
  const smallest = await smallestGroup(asked, underUnitId)
  const hidden = new Set<FoundCell>()
  for (const cells of Map.groupBy(rows, ({ indicatorId }) => indicatorId).values()) {
    const small = hiddenGroups(new Map(cells.map(({ unitId, items }) => [unitId, items])), smallest)
    for (const cell of cells) if (small.has(cell.unitId)) hidden.add(cell)
  }
  const units = new Map(rows.map(({ unitId, unitCode, unitName }) => [unitId, { id: unitId, code: unitCode, name: unitName }]))
  const indicators = new Map(rows.map(({ indicatorId, code, name }) => [indicatorId, { id: indicatorId, code, name }]))
  return {
    units: [...units.values()],
    indicators: [...indicators.values()].sort((a, b) => a.code.localeCompare(b.code, 'id')),
    cells: rows.map((row) => cellOf(row, hidden.has(row))),
  }
}

function cellOf({ unitId, indicatorId, items, measured, averagePct }: FoundCell, isSuppressed: boolean): Cell {
  if (isSuppressed) return { unitId, indicatorId, isSuppressed, items: null, measured: null, averagePct: null }
  return { unitId, indicatorId, isSuppressed, items, measured, averagePct: averagePct === null ? null : Number(averagePct) }
}
