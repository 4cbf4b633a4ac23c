import type { Prisma } from '../../generated/prisma/client.ts'
import { idOf } from '../../list.ts'
import { siasnPredikatCodes } from '../rules/predikat.ts'

/** The tables that the aggregates read: summaries kept in the transaction of each change, so that no answer costs a scan of appraisals. */
type Reader = Pick<Prisma.TransactionClient, 'predikatCount' | 'indicatorSummary' | 'unit'>

/** A period and a unit with everything below it; without a unit, the whole city. */
export type AggregateScope = { readonly periodKey: string; readonly underUnitId?: string | null }

export type KeyCount = { readonly key: string; readonly count: number }

export function summaryUnits({ periodKey, underUnitId }: AggregateScope) {
  return { period: { key: periodKey }, ...(underUnitId ? { unitId: idOf('Unit', underUnitId) } : { unit: { parentId: null } }) }
}

async function countsOf(db: Reader, scope: AggregateScope): Promise<Map<string, KeyCount[]>> {
  const rows = await db.predikatCount.groupBy({ by: ['dimension', 'key'], where: summaryUnits(scope), _sum: { count: true } })
  const byDimension = new Map<string, KeyCount[]>()
  for (const { dimension, key, _sum } of rows) {
    const list = byDimension.get(dimension) ?? []
    list.push({ key, count: _sum.count ?? 0 })
    byDimension.set(dimension, list)
  }
  return byDimension
}

const order = {
  PREDIKAT: Object.keys(siasnPredikatCodes),
  REASON: ['NOT_APPRAISED', 'NO_SKP', 'INSUFFICIENT_DATA', 'NO_BEHAVIOUR'],
  RESULT: ['DI_ATAS', 'SESUAI', 'DI_BAWAH'],
  BEHAVIOUR: ['DI_ATAS', 'SESUAI', 'DI_BAWAH'],
  SYSTEM: ['LOKAL', 'EKINERJA', 'RUANG_GTK'],
} as const satisfies Record<string, readonly string[]>

/** All keys of a dimension in their fixed order, with 0 where nothing was counted. */
function filled(counts: Map<string, KeyCount[]>, dimension: keyof typeof order): KeyCount[] {
  const found = counts.get(dimension) ?? []
  return order[dimension].map((key) => ({ key, count: found.find((row) => row.key === key)?.count ?? 0 }))
}

function total(counts: readonly KeyCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** Spread of predikat, reasons, both axes and system of record. */
export async function distributionOf(db: Reader, scope: AggregateScope) {
  const counts = await countsOf(db, scope)
  const predikat = filled(counts, 'PREDIKAT')
  const reasons = filled(counts, 'REASON')
  return {
    total: total(predikat) + total(reasons),
    appraised: total(predikat),
    predikat,
    reasons,
    result: filled(counts, 'RESULT'),
    behaviour: filled(counts, 'BEHAVIOUR'),
    bySystem: filled(counts, 'SYSTEM'),
  }
}

export type Coverage = {
  readonly employees: number
  readonly withSkp: number
  readonly withResult: number
  readonly withBehaviour: number
  readonly withPredikat: number
}

/** The funnel from employees to predikat. Whoever stands outside of appraisal (NOT_APPRAISED) is not counted. */
export async function coverageOf(db: Reader, scope: AggregateScope): Promise<Coverage> {
  const { total: all, appraised, reasons, result, behaviour } = await distributionOf(db, scope)
  const without = Object.fromEntries(reasons.map(({ key, count }) => [key, count]))
  const employees = all - (without.NOT_APPRAISED ?? 0)
  return {
    employees,
    withSkp: employees - (without.NO_SKP ?? 0),
    withResult: total(result),
    withBehaviour: total(behaviour),
    withPredikat: appraised,
  }
}

export type Freshness = {
  readonly source: string
  readonly items: number
  readonly measured: number
  readonly latestMeasuredOn: Date | null
}

/** Freshness of the data by source system of the indicators, stalest first. */
export async function freshnessOf(db: Reader, scope: AggregateScope): Promise<Freshness[]> {
  const rows = await db.indicatorSummary.findMany({
    where: summaryUnits(scope),
    select: {
      items: true,
      measured: true,
      latestMeasuredOn: true,
      indicator: { select: { versions: { where: { state: 'AKTIF' }, take: 1, select: { sourceSystem: true } } } },
    },
  })
  const bySource = new Map<string, Freshness>()
  for (const { items, measured, latestMeasuredOn, indicator } of rows) {
    const source = indicator.versions[0]?.sourceSystem ?? ''
    const before = bySource.get(source) ?? { source, items: 0, measured: 0, latestMeasuredOn: null }
    bySource.set(source, {
      source,
      items: before.items + items,
      measured: before.measured + measured,
      latestMeasuredOn: latest(before.latestMeasuredOn, latestMeasuredOn),
    })
  }
  return [...bySource.values()].sort((a, b) => (a.latestMeasuredOn?.getTime() ?? 0) - (b.latestMeasuredOn?.getTime() ?? 0))
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}
