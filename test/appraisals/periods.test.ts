import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePeriod, extendPeriod, openPeriod, preparePeriod } from '../../server/appraisals/commands/periods.ts'
import { recordRealisation } from '../../server/appraisals/commands/realisations.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, day } from '../organization/small-city.ts'
import { eventsOf, expectRefusal, PlannedCity, tim } from './factory.ts'

let test: TestDatabase
let city: PlannedCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await PlannedCity.create(test.database)
})
afterAll(() => test.drop())

const period = (key: string) => test.database.prisma.period.findUniqueOrThrow({ where: { key } })

describe('periods', () => {
  it('are laid out for a year at a time, and only what is missing is made', async () => {
    expect(await city.do(tim, preparePeriod, { year: 2027 })).toMatchObject({ created: 17 })
    expect(await city.do(tim, preparePeriod, { year: 2027 })).toMatchObject({ created: 0 })
    expect(await city.do(tim, preparePeriod, { year: 2025 })).toMatchObject({ created: 12 })
    expect(await period('2027-TW4')).toMatchObject({
      startsOn: day('2027-10-01'),
      endsOn: day('2027-12-31'),
      closesOn: day('2028-01-10'),
      state: 'PREPARED',
    })
    expect(await period('2027-02')).toMatchObject({ endsOn: day('2027-02-28'), closesOn: day('2027-03-10') })
    expect(await period('2027')).toMatchObject({ endsOn: day('2027-12-31'), closesOn: day('2028-01-31'), parentId: null })
    const year = await period('2027')
    expect(await eventsOf(test.database, year.id)).toEqual(['period.prepared', 'period.prepared'])
  })

  it('open year first, once, by one of two at once', async () => {
    const [year, quarter] = [await period('2027'), await period('2027-TW1')]
    await expectRefusal(city.do(tim, openPeriod, { id: quarter.id }), 'WRONG_STATE')
    const both = await Promise.allSettled([city.do(tim, openPeriod, { id: year.id }), city.do(tim, openPeriod, { id: year.id })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await city.do(tim, openPeriod, { id: quarter.id })
    expect((await period('2027-TW1')).state).toBe('OPEN')
    expect(await eventsOf(test.database, quarter.id)).toEqual(['period.opened'])
  })

  it('are extended with a reason, to a later day alone, by one of two at once', async () => {
    const { id } = await period('2027-TW1')
    const extended = { id, closesOn: day('2027-04-20'), reason: 'The register was down in the first week of April.' }
    await expectRefusal(city.do(city.person('nurse'), extendPeriod, extended), 'FORBIDDEN')
    await expectRefusal(city.do(tim, extendPeriod, { ...extended, closesOn: day('2027-04-10') }), 'INVALID_INPUT')
    await expectRefusal(city.do(tim, extendPeriod, { ...extended, closesOn: day('2027-09-10') }), 'INVALID_INPUT')
    await expectRefusal(city.do(tim, extendPeriod, { ...extended, id: (await period('2027-TW2')).id }), 'WRONG_STATE')
    const both = await Promise.allSettled([city.do(tim, extendPeriod, extended), city.do(tim, extendPeriod, extended)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await period('2027-TW1')).closesOn).toEqual(day('2027-04-20'))
    expect(await eventsOf(test.database, id)).toEqual(['period.opened', 'period.extended'])
  })

  it('do not close over measurements that wait for verification, and lock the verified ones', async () => {
    const { id } = await period('2025-TW4')
    const given = {
      seriesId: city.series['nurse.SUM'],
      periodKey: '2025-TW4',
      value: '5',
      measuredOn: day('2025-12-30'),
      source: 'Register',
    }
    const { id: waiting } = await city.do(city.person('nurse'), recordRealisation, given)
    await expectRefusal(city.do(tim, closePeriod, { id }), 'WRONG_STATE')
    await test.database.prisma.realisation.update({ where: { id: waiting }, data: { state: 'REJECTED' } })
    expect(await city.do(tim, closePeriod, { id })).toEqual({ id, locked: 4 })
    expect(await test.database.prisma.realisation.count({ where: { periodId: id, state: 'LOCKED' } })).toBe(4)
    expect(await eventsOf(test.database, id)).toEqual(['period.closed'])
    await expectRefusal(city.do(tim, closePeriod, { id }), 'WRONG_STATE')
    await expectRefusal(city.do(city.person('nurse'), recordRealisation, given), 'PERIOD_CLOSED')
  })

  it('change no number by closing: a locked measurement counts like a verified one', async () => {
    await city.compute()
    await city.do(tim, closePeriod, { id: (await period('2025')).id })
    expect((await period('2025-TW1')).state).toBe('CLOSED')
    expect(await city.compute()).toMatchObject({ changed: 0 })
  })

  it('are for those who manage them in the whole city', async () => {
    const { id } = await period('2027-TW2')
    for (const actor of [city.person('wardHead'), actorWith({ grants: [{ role: 'ADMIN', unitId: city.city.unit.health }] })]) {
      await expectRefusal(city.do(actor, preparePeriod, { year: 2028 }), 'FORBIDDEN')
      await expectRefusal(city.do(actor, openPeriod, { id }), 'FORBIDDEN')
      await expectRefusal(city.do(actor, closePeriod, { id }), 'FORBIDDEN')
    }
    await expectRefusal(city.do(tim, openPeriod, { id: city.city.unit.city }), 'NOT_FOUND')
  })
})
