import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyDueChanges } from '../../server/organization/commands/due-changes.ts'
import { correctEmployee } from '../../server/organization/commands/employees.ts'
import { assignSuperior } from '../../server/organization/commands/superiors.ts'
import { execute } from '../../server/transact.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, day, nipNumber, now, type SmallCity } from './small-city.ts'

let testing: TestDatabase
let city: SmallCity

beforeAll(async () => {
  testing = await createTestDatabase()
  return () => testing.drop()
})

beforeEach(async () => {
  city = await createSmallCity(testing.database)
})

const caller = { actor: admin, now }
const ofHealth = () => ({ actor: actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: city.unit.health }] }), now })
const employee = (id: string) => testing.database.prisma.employee.findUniqueOrThrow({ where: { id } })

describe('correctEmployee', () => {
  const correct = (input: object, as = caller) =>
    execute(testing.database, correctEmployee, { id: city.person.nurse, ...input }, as)

  test('changes what is given, empties what is null, and keeps the search text in step', async () => {
    const nip = nipNumber(5_000)
    await correct({ name: 'Siti Aminah', nip, email: null })
    expect(await employee(city.person.nurse)).toMatchObject({
      name: 'Siti Aminah',
      nip,
      email: null,
      searchText: `siti aminah ${nip}`,
      golongan: 'III/c',
    })
  })

  test('cannot touch standing, unit, rank or superior', async () => {
    for (const field of ['legalStanding', 'unitId', 'golongan', 'superiorId']) {
      await expect(correct({ [field]: 'PENSIUN' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    }
  })

  test('refuses a NIP that breaks F16 and one that belongs to somebody else', async () => {
    await expect(correct({ nip: '198013012005012901' })).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { nip: {} } })
    const { nip } = await employee(city.person.midwife)
    await expect(correct({ nip })).rejects.toMatchObject({ code: 'CONFLICT', fields: { nip: {} } })
  })

  test('is refused outside the remit', async () => {
    await expect(correct({ id: city.person.engineer, name: 'X' }, ofHealth())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(correct({ name: 'X' }, ofHealth())).resolves.toMatchObject({ name: 'X' })
    const self = { actor: actorWith({ employeeId: city.person.nurse, grants: [{ role: 'EMPLOYEE', unitId: null }] }), now }
    await expect(correct({ name: 'X' }, self)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('lets one of two people who read the same record correct it', async () => {
    const { updatedAt } = await employee(city.person.nurse)
    const both = await Promise.allSettled(['A', 'B'].map((name) => correct({ name, expectedUpdatedAt: updatedAt })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STALE_VERSION' } })
  })

  test('writes one audit row with what changed and nothing else', async () => {
    const rows = await auditOf(testing.database, () =>
      correct({ name: 'Siti', birthOn: day('1980-01-09'), sex: 'FEMALE', reason: 'KTP' }),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ event: 'employee.corrected', entityId: city.person.nurse, reason: 'KTP' })
    expect(rows[0]?.changes).toEqual({ name: ['nurse', 'Siti'], birthOn: ['1980-01-01', '1980-01-09'] })
  })
})

describe('assignSuperior', () => {
  const assign = (employeeId: string, superiorId: string, validFrom = '2025-06-01', as = caller) =>
    execute(testing.database, assignSuperior, { employeeId, superiorId, validFrom: day(validFrom) }, as)
  const lines = (employeeId: string) =>
    testing.database.prisma.reportingLine.findMany({
      where: { employeeId },
      orderBy: { validFrom: 'asc' },
      select: { superiorId: true, validFrom: true, validTo: true },
    })

  test('ends the line in force the day before, begins another one, and today follows', async () => {
    await assign(city.person.nurse, city.person.clinicHead)
    expect(await lines(city.person.nurse)).toEqual([
      { superiorId: city.person.wardHead, validFrom: day('2020-01-01'), validTo: day('2025-05-31') },
      { superiorId: city.person.clinicHead, validFrom: day('2025-06-01'), validTo: null },
    ])
    expect(await employee(city.person.nurse)).toMatchObject({ superiorId: city.person.clinicHead })
  })

  test('comes into force on its day', async () => {
    const { prisma } = testing.database
    await assign(city.person.nurse, city.person.clinicHead, '2025-07-01')
    expect(await employee(city.person.nurse)).toMatchObject({ superiorId: city.person.wardHead })
    await prisma.$transaction((tx) => applyDueChanges(tx, day('2025-06-30')))
    expect(await employee(city.person.nurse)).toMatchObject({ superiorId: city.person.wardHead })
    expect(await prisma.$transaction((tx) => applyDueChanges(tx, day('2025-07-01')))).toEqual({ units: 0, employees: 1 })
    expect(await employee(city.person.nurse)).toMatchObject({ superiorId: city.person.clinicHead })
    expect(await prisma.$transaction((tx) => applyDueChanges(tx, day('2025-07-01')))).toEqual({ units: 0, employees: 0 })
  })

  test('never makes anybody their own superior, on no day and over no number of steps', async () => {
    await expect(assign(city.person.nurse, city.person.nurse)).rejects.toMatchObject({ code: 'SELF_APPRAISAL' })
    await expect(assign(city.person.healthHead, city.person.nurse)).rejects.toMatchObject({ code: 'CASCADE_CYCLE' })
    await assign(city.person.worksHead, city.person.nurse, '2025-09-01')
    await expect(assign(city.person.healthHead, city.person.engineer)).rejects.toMatchObject({ code: 'CASCADE_CYCLE' })
  })

  test('lets one of two assignments that would close a circle together win', async () => {
    const both = await Promise.allSettled([
      assign(city.person.worksHead, city.person.healthHead),
      assign(city.person.healthHead, city.person.worksHead),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CASCADE_CYCLE' } })
  })

  test('refuses a day before the last assignment and a superior who does not serve', async () => {
    await expect(assign(city.person.nurse, city.person.clinicHead, '2019-12-31')).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await testing.database.prisma.employee.update({ where: { id: city.person.worksHead }, data: { legalStanding: 'CLTN' } })
    await expect(assign(city.person.nurse, city.person.worksHead)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { superiorId: {} },
    })
  })

  test('is refused outside the remit and for somebody unknown', async () => {
    await expect(assign(city.person.engineer, city.person.secretary, '2025-06-01', ofHealth())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(assign(city.person.nurse, '00000000-0000-7000-8000-00000000dead')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(assign(city.person.nurse, city.person.secretary, '2025-06-01', ofHealth())).resolves.toBeDefined()
  })

  test('resolves what was open about a missing superior', async () => {
    const { prisma } = testing.database
    const open = { employeeId: city.person.nurse, detail: '', state: 'OPEN' as const }
    await prisma.dataIssue.createMany({
      data: [
        { ...open, code: 'UNKNOWN_SUPERIOR', dedupeKey: `superior ${city.person.nurse}` },
        { ...open, code: 'NAME_SUSPECT', dedupeKey: `name ${city.person.nurse}` },
      ],
    })
    await assign(city.person.nurse, city.person.clinicHead)
    const issues = await prisma.dataIssue.findMany({ where: { employeeId: city.person.nurse }, orderBy: { code: 'asc' } })
    expect(issues.map(({ code, state }) => [code, state])).toEqual([
      ['NAME_SUSPECT', 'OPEN'],
      ['UNKNOWN_SUPERIOR', 'RESOLVED'],
    ])
  })

  test('writes one audit row', async () => {
    const rows = await auditOf(testing.database, () => assign(city.person.nurse, city.person.clinicHead))
    expect(rows).toMatchObject([
      {
        event: 'employee.superiorAssigned',
        entityId: city.person.nurse,
        changes: { superiorId: [city.person.wardHead, city.person.clinicHead], validFrom: ['2020-01-01', '2025-06-01'] },
      },
    ])
  })
})
