import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heatmapOf, spreadByPeriod, spreadByUnit } from '../../server/appraisals/queries/compare.ts'
import { objectivityOf, patternOf } from '../../server/appraisals/queries/objectivity.ts'
import { type Context, createContext } from '../../server/context.ts'
import { DomainError } from '../../server/errors.ts'
import { type Actor, anonymous, systemActor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { waitingFor, waitingSources } from '../../server/waiting.ts'
import { cityDay } from '../city-day.ts'
import type { TestDatabase } from '../database.ts'
import { createDemoDatabase } from '../demo-database.ts'

const now = cityDay
const periodKey = '2025'

let city: TestDatabase
const statements: string[] = []
let office: Context
let employee: Context

beforeAll(async () => {
  city = await createDemoDatabase({ onStatement: (sql) => statements.push(sql) })
  const { id: userId } = await city.database.prisma.user.findFirstOrThrow({ where: { username: 'pegawai' } })
  const person: Actor = { ...anonymous, kind: 'USER', id: userId, grants: [{ role: 'EMPLOYEE', unitId: null }] }
  office = createContext(city.database, systemActor('test'), now, 'id')
  employee = createContext(city.database, person, now, 'id')
}, 120_000)
afterAll(() => city.drop())

async function counted<Result>(run: () => Promise<Result>): Promise<[Result, number]> {
  statements.length = 0
  const result = await run()
  return [result, statements.length]
}

const appraisedUnder = (ancestorId: string) =>
  city.database.prisma.appraisal.count({
    where: {
      period: { key: periodKey },
      isCurrent: true,
      state: { not: 'BATAL' },
      unit: { ancestors: { some: { ancestorId } } },
    },
  })

describe('comparing units', () => {
  test('each unit below the top stands with everybody under it, in two statements', async () => {
    const [spreads, cost] = await counted(() => spreadByUnit(office, { periodKey }))
    expect(cost).toBe(2)
    expect(spreads.length).toBeGreaterThan(3)
    for (const { unit, total } of spreads) expect(total, unit.code).toBe(await appraisedUnder(unit.id))
  })

  test('the periods of a unit follow each other, in two statements', async () => {
    const [spreads, cost] = await counted(() => spreadByPeriod(office, { kind: 'ANNUAL' }))
    expect(cost).toBe(2)
    expect(spreads.map((spread) => spread.periodKey)).toEqual(spreads.map((spread) => spread.periodKey).sort())
    expect(spreads.some((spread) => spread.periodKey === periodKey && (spread.total ?? 0) > 0)).toBe(true)
  })

  test('the heatmap holds what the summaries say, in two statements', async () => {
    const [{ units, indicators, cells }, cost] = await counted(() => heatmapOf(office, { periodKey }))
    expect(cost).toBe(2)
    expect([units.length > 2, indicators.length > 2, cells.length > 5]).toEqual([true, true, true])
    const kept = await city.database.prisma.indicatorSummary.findMany({
      where: { period: { key: periodKey }, unitId: { in: units.map(({ id }) => id) } },
    })
    for (const cell of cells) {
      const row = kept.find(({ unitId, indicatorId }) => unitId === cell.unitId && indicatorId === cell.indicatorId)
      const average = row && row.measured > 0 ? row.sumPct.dividedBy(row.measured).toDecimalPlaces(2).toNumber() : null
      expect([cell.items, cell.measured, cell.averagePct]).toEqual([row?.items, row?.measured, average])
    }
  })
})

describe('small groups', () => {
  test('whoever may not read the rows sees no unit of fewer people than the setting says, nor one that its neighbours give away', async () => {
    const { prisma } = city.database
    const parents = await prisma.unit.findMany({ where: { children: { some: {} } }, select: { id: true }, take: 15 })
    let hidden = 0
    for (const { id } of parents) {
      const underUnitId = encodeId('Unit', id)
      const [all, told] = [
        await spreadByUnit(office, { periodKey, underUnitId }),
        await spreadByUnit(employee, { periodKey, underUnitId }),
      ]
      const missing = all.filter((_, index) => told[index]?.isSuppressed)
      hidden += missing.length
      for (const [index, { total }] of all.entries()) {
        if (total && total < 5) expect(told[index]).toMatchObject({ isSuppressed: true, total: null, counts: [] })
      }
      const others = all.filter(({ total }, index) => total && !told[index]?.isSuppressed).length
      const together = missing.reduce((sum, { total }) => sum + (total ?? 0), 0)
      if (missing.length > 0 && others > 0) expect(together).toBeGreaterThanOrEqual(5)
    }
    expect(hidden).toBeGreaterThan(0)
  })

  test('a single group that is too small is refused with a code', async () => {
    const small = await city.database.prisma.$queryRaw<{ unit_id: string }[]>`
      SELECT unit_id FROM predikat_count WHERE dimension IN ('PREDIKAT', 'REASON') AND period_id = (SELECT id FROM period WHERE key = ${periodKey})
      GROUP BY unit_id HAVING sum(count) FILTER (WHERE dimension = 'PREDIKAT') BETWEEN 1 AND 4 LIMIT 1`
    const scope = { periodKey, underUnitId: encodeId('Unit', small[0]?.unit_id ?? ''), orgPredikat: 'BAIK' } as const
    const refusal = await patternOf(employee, scope).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DomainError)
    expect(refusal).toMatchObject({ code: 'K_ANONYMITY' })
    await expect(patternOf(office, scope)).resolves.toMatchObject({ enforced: false })
  })
})

describe('objectivity and pattern', () => {
  test('the components lie between 0 and 100, the unknown ones are left out, and the index is their weighted mean', async () => {
    const [found, cost] = await counted(() => objectivityOf(office, { periodKey }))
    expect(cost).toBeLessThanOrEqual(8)
    const { ms, ev, sev, ra, dc } = found.components
    expect(dc).toBeNull()
    for (const value of [ms, ev, sev, ra]) {
      if (value !== null) expect(Number(value)).toSatisfy((number: number) => number >= 0 && number <= 100)
    }
    expect(ms).not.toBeNull()
    expect(found.value).not.toBeNull()
    expect((await objectivityOf(office, { periodKey, orgPredikat: 'BAIK' })).components.dc).not.toBeNull()
  })
})

test('what waits is counted for whoever asks, and nothing is listed of which nothing waits', async () => {
  const [waiting, cost] = await counted(() => waitingFor(office))
  expect(cost).toBeLessThanOrEqual(Object.keys(waitingSources).length)
  const open = await city.database.prisma.dataIssue.count({ where: { state: 'OPEN' } })
  expect(waiting.find(({ kind }) => kind === 'DATA_ISSUES')?.count ?? 0).toBe(open)
  expect(waiting.every(({ count }) => count > 0)).toBe(true)
})
