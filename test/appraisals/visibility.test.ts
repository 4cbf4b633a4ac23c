import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canRead, canReadSeries, seesRating } from '../../server/appraisals/policy.ts'
import {
  appraisalWhere,
  visibleAppraisals,
  visibleRealisations,
  visibleSeries,
  visibleSkps,
} from '../../server/appraisals/queries.ts'
import { type Actor, anonymous } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { unitIdsAbove } from '../../server/organization/queries.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, type PersonKey } from '../organization/small-city.ts'
import { PlannedCity, system } from './factory.ts'

let test: TestDatabase
let city: PlannedCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await PlannedCity.create(test.database)
  await city.compute()
})
afterAll(() => test.drop())

function actors(): Actor[] {
  const people = (Object.keys(city.city.person) as PersonKey[]).map((key) => city.person(key))
  const inUnit = (role: 'ADMIN' | 'INSPECTOR' | 'TEAM_MEMBER', unitId: string | null) => actorWith({ grants: [{ role, unitId }] })
  const token = (scopes: Actor['scopes'], unitId: string | null = null) =>
    actorWith({ kind: 'TOKEN', grants: [{ role: 'INTEGRATOR', unitId }], scopes })
  return [
    ...people,
    inUnit('ADMIN', null),
    inUnit('INSPECTOR', city.city.unit.clinic),
    inUnit('TEAM_MEMBER', null),
    { ...city.person('nurse'), grants: [{ role: 'INSPECTOR', unitId: city.city.unit.works }] },
    token(['appraisals.read']),
    token(['appraisals.read'], city.city.unit.health),
    token(['indicators.read']),
    system,
    anonymous,
  ]
}

describe('who sees plans, measurements and appraisals', () => {
  it('is the same in the list and in the policy, for every actor and row', async () => {
    const { prisma } = test.database
    const employees = await prisma.employee.findMany({ include: { superior: true } })
    const factsOf = new Map<string, Parameters<typeof canRead>[1]>()
    for (const { id, superiorId, superior, unitId } of employees) {
      factsOf.set(id, {
        id,
        superiorId,
        superiorsSuperiorId: superior?.superiorId ?? null,
        underUnitIds: await unitIdsAbove(prisma, unitId),
      })
    }
    const series = await prisma.measurementSeries.findMany()
    for (const actor of actors()) {
      const expected = [...factsOf.values()].filter((facts) => canRead(actor, facts)).map(({ id }) => id)
      const seen = await prisma.appraisal.findMany({ where: visibleAppraisals(actor) })
      expect(seen.map(({ employeeId }) => employeeId).sort()).toEqual(expected.sort())
      const plans = await prisma.skp.findMany({ where: visibleSkps(actor) })
      expect(plans.every(({ employeeId }) => expected.includes(employeeId))).toBe(true)
      const readable: string[] = []
      for (const { id, employeeId, unitId } of series) {
        const facts = employeeId === null ? { employee: null, underUnitIds: await unitIdsAbove(prisma, unitId ?? '') } : undefined
        const owner = factsOf.get(employeeId ?? '')
        if (canReadSeries(actor, facts ?? { employee: owner ?? null, underUnitIds: owner?.underUnitIds ?? [] })) readable.push(id)
      }
      const visible = await prisma.measurementSeries.findMany({ where: visibleSeries(actor) })
      expect(visible.map(({ id }) => id).sort()).toEqual(readable.sort())
      const measured = await prisma.realisation.findMany({ where: visibleRealisations(actor) })
      expect(new Set(measured.map(({ seriesId }) => seriesId))).toEqual(new Set(readable))
    }
  })

  it('shows the own rating from delivery on, that of others at once', () => {
    const own = { employeeId: city.city.person.nurse }
    for (const state of ['TERBUKA', 'DINILAI', 'MODERASI', 'DITETAPKAN', 'BATAL'] as const) {
      expect(seesRating(city.person('nurse'), { ...own, state })).toBe(false)
      expect(seesRating(city.person('wardHead'), { ...own, state })).toBe(true)
    }
    for (const state of ['DISAMPAIKAN', 'KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR'] as const) {
      expect(seesRating(city.person('nurse'), { ...own, state })).toBe(true)
    }
  })

  it('filters by what the filter says', async () => {
    const find = (filter: Parameters<typeof appraisalWhere>[0]) =>
      test.database.prisma.appraisal.count({ where: appraisalWhere(filter) })
    expect(await find(null)).toBe(8)
    expect(await find({ predikat: 'BUTUH_PERBAIKAN' })).toBe(1)
    expect(await find({ noPredikatReason: 'NO_SKP', periodKey: '2025' })).toBe(5)
    expect(await find({ underUnitId: encodeId('Unit', city.city.unit.works) })).toBe(2)
    expect(await find({ search: '  NUR  ' })).toBe(1)
    expect(await find({ isAmbiguous: true })).toBe(0)
    expect(await find({ isAmbiguous: false, employeeId: encodeId('Employee', city.city.person.nurse) })).toBe(1)
  })
})
