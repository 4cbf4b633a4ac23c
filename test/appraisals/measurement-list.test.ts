import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RealisationFilter, realisationCounts, realisationWhere } from '../../server/appraisals/queries/measurements.ts'
import { visibleRealisations } from '../../server/appraisals/queries.ts'
import { createContext } from '../../server/context.ts'
import { type Actor, anonymous } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { now, PlannedCity, system } from './factory.ts'

let server: TestDatabase
let city: PlannedCity

beforeAll(async () => {
  server = await createTestDatabase()
  city = await PlannedCity.create(server.database)
})
afterAll(() => server.drop())

const contextOf = (actor: Actor) => createContext(server.database, actor, new Date('2026-03-10T05:00:00Z'), 'id')
const found = async (actor: Actor, filter: RealisationFilter) =>
  server.database.prisma.realisation.findMany({ where: realisationWhere(contextOf(actor), filter), include: { series: true } })

describe('the list of measurements', () => {
  test('shows an actor exactly the measurements that exist for them, and nobody unsigned any', async () => {
    for (const actor of [system, city.person('nurse'), anonymous]) {
      const seen = await found(actor, {})
      expect(seen).toHaveLength(await server.database.prisma.realisation.count({ where: visibleRealisations(actor, now) }))
    }
    expect(await found(anonymous, {})).toEqual([])
    expect((await found(system, {})).length).toBeGreaterThan(0)
  })

  test('a filter tells nobody of a measurement that is hidden from them', async () => {
    const nurse = city.person('nurse')
    const others = (await found(system, {})).filter(
      ({ series }) => series.employeeId !== null && series.employeeId !== nurse.employeeId,
    )
    for (const { series } of others) {
      const ofOther = {
        employeeId: encodeId('Employee', series.employeeId ?? ''),
        indicatorId: encodeId('Indicator', series.indicatorId),
      }
      expect((await found(nurse, ofOther)).filter(({ series: { employeeId } }) => employeeId !== nurse.employeeId)).toEqual([])
    }
  })

  test('counts by state what the list then finds, whatever state the filter asks for', async () => {
    const counts = await realisationCounts(contextOf(system), { state: 'REJECTED', isMissing: false })
    for (const { state, count } of counts) expect(await found(system, { state, isMissing: false })).toHaveLength(count)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe((await found(system, { isMissing: false })).length)
  })

  test('refuses the id of something else', async () => {
    await expect(found(system, { indicatorId: encodeId('Unit', city.city.unit.clinic) })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})
