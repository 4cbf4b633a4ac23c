import { beforeEach, describe, expect, test } from 'vitest'
import { closeDataIssue, refreshDataIssues } from '../../server/organization/commands/issues.ts'
import { issueCodes } from '../../server/organization/rules/issue-codes.ts'
import { execute } from '../../server/transact.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, day, now, type SmallCity } from './small-city.ts'

let testing: TestDatabase
let city: SmallCity

beforeEach(async () => {
  testing = await createTestDatabase()
  city = await createSmallCity(testing.database)
  return () => testing.drop()
})

const caller = { actor: admin, now }
const refresh = (at = now) => execute(testing.database, refreshDataIssues, {}, { actor: admin, now: at })
const open = async () => {
  const issues = await testing.database.prisma.dataIssue.findMany({ where: { state: 'OPEN' }, orderBy: [{ code: 'asc' }] })
  return issues.map(({ code, employeeId, unitId }) => [code, employeeId ?? unitId])
}

describe('refreshDataIssues', () => {
  test('finds nothing in a city that is in order; its head needs no superior', async () => {
    expect(await refresh()).toEqual({ opened: 0, resolved: 0 })
  })

  test('finds each fault once, and resolves it when it is gone', async () => {
    const { prisma } = testing.database
    const { person, unit } = city
    await prisma.unit.update({ where: { id: unit.works }, data: { closedOn: day('2025-06-14') } })
    await prisma.employee.update({ where: { id: person.engineer }, data: { superiorId: null } })
    await prisma.employee.update({ where: { id: person.healthHead }, data: { legalStanding: 'PENSIUN' } })
    await prisma.employee.update({ where: { id: person.nurse }, data: { positionTitle: 'Somebody else' } })
    const faults = [
      ['MISSING_SUPERIOR', person.engineer],
      ['ORPHAN_POST', person.engineer],
      ['ORPHAN_POST', person.worksHead],
      ['POSITION_MISMATCH', person.nurse],
      ['SUPERIOR_NOT_SERVING', person.clinicHead],
    ]
    expect(await refresh()).toEqual({ opened: faults.length, resolved: 0 })
    expect((await open()).sort()).toEqual(faults.sort())
    expect(await refresh()).toEqual({ opened: 0, resolved: 0 })
    await prisma.employee.update({ where: { id: person.engineer }, data: { superiorId: person.worksHead } })
    expect(await refresh()).toEqual({ opened: 0, resolved: 1 })
  })

  test('finds the members of a circle, not those below it', async () => {
    const { person } = city
    await testing.database.prisma.employee.update({ where: { id: person.healthHead }, data: { superiorId: person.wardHead } })
    await refresh()
    const circle = (await open()).filter(([code]) => code === 'SUPERIOR_CYCLE').map(([, id]) => id)
    expect(circle.sort()).toEqual([person.healthHead, person.clinicHead, person.wardHead].sort())
  })

  test('finds units without people below them, and units where nobody leads', async () => {
    const { prisma } = testing.database
    await prisma.employee.update({ where: { id: city.person.wardHead }, data: { unitId: city.unit.clinic } })
    await prisma.employee.updateMany({
      where: { id: { in: [city.person.nurse, city.person.midwife] } },
      data: { positionKind: 'PELAKSANA' },
    })
    await refresh()
    expect(await open()).toEqual([['UNIT_WITHOUT_HEAD', city.unit.ward]])
    await prisma.employee.updateMany({
      where: { id: { in: [city.person.nurse, city.person.midwife] } },
      data: { unitId: city.unit.clinic },
    })
    await refresh()
    expect(await open()).toEqual([['UNIT_EMPTY', city.unit.ward]])
  })

  test('leaves a dismissed fault alone, and opens a resolved one again when it is found again', async () => {
    const { prisma } = testing.database
    await prisma.employee.updateMany({
      where: { id: { in: [city.person.nurse, city.person.midwife] } },
      data: { superiorId: null },
    })
    await refresh()
    const [first, second] = await prisma.dataIssue.findMany({ orderBy: { id: 'asc' } })
    await execute(
      testing.database,
      closeDataIssue,
      { id: first?.id ?? '', resolution: 'DISMISSED', reason: 'Leads nobody' },
      caller,
    )
    await execute(testing.database, closeDataIssue, { id: second?.id ?? '', resolution: 'RESOLVED', reason: 'Done' }, caller)
    expect(await refresh(new Date('2025-06-16T05:00:00Z'))).toEqual({ opened: 1, resolved: 0 })
    expect(await open()).toEqual([['MISSING_SUPERIOR', second?.employeeId]])
  })

  test('does not repeat what an import already said, and resolves that once there is a superior', async () => {
    const { prisma } = testing.database
    const { nurse, wardHead } = city.person
    await prisma.employee.update({ where: { id: nurse }, data: { superiorId: null } })
    await prisma.dataIssue.create({ data: { code: 'UNKNOWN_SUPERIOR', employeeId: nurse, detail: '', dedupeKey: 'import' } })
    expect(await refresh()).toEqual({ opened: 0, resolved: 0 })
    await prisma.employee.update({ where: { id: nurse }, data: { superiorId: wardHead } })
    expect(await refresh()).toEqual({ opened: 0, resolved: 1 })
  })

  test('is refused to whoever holds only a part of the city', async () => {
    const actor = actorWith({ grants: [{ role: 'ADMIN', unitId: city.unit.health }] })
    await expect(execute(testing.database, refreshDataIssues, {}, { actor, now })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('writes one audit row, also when two look at once', async () => {
    await testing.database.prisma.employee.update({ where: { id: city.person.nurse }, data: { superiorId: null } })
    const rows = await auditOf(testing.database, () => Promise.all([refresh(), refresh()]))
    expect(rows.map(({ event }) => event)).toEqual(['dataIssue.refreshed', 'dataIssue.refreshed'])
    expect(await open()).toEqual([['MISSING_SUPERIOR', city.person.nurse]])
  })
})

describe('closeDataIssue', () => {
  const issueOf = async (employeeId: string) =>
    (
      await testing.database.prisma.dataIssue.create({
        data: { code: 'NAME_SUSPECT', employeeId, detail: '', dedupeKey: employeeId },
      })
    ).id
  const close = (id: string, as = caller, reason = 'Checked') =>
    execute(testing.database, closeDataIssue, { id, resolution: 'DISMISSED', reason }, as)

  test('closes it with its reason and one audit row', async () => {
    const id = await issueOf(city.person.nurse)
    const rows = await auditOf(testing.database, () => close(id))
    expect(rows).toMatchObject([
      { event: 'dataIssue.closed', entityId: id, reason: 'Checked', changes: { state: ['OPEN', 'DISMISSED'] } },
    ])
    expect(await testing.database.prisma.dataIssue.findUnique({ where: { id } })).toMatchObject({
      state: 'DISMISSED',
      closedAt: now,
      closedReason: 'Checked',
    })
  })

  test('needs a reason, and the remit', async () => {
    const id = await issueOf(city.person.engineer)
    const actor = actorWith({ grants: [{ role: 'ADMIN', unitId: city.unit.health }] })
    await expect(close(id, { actor, now })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(close(id, caller, '  ')).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { reason: expect.any(String) } })
  })

  test('closes it once: a second time, or the slower of two, finds it closed', async () => {
    const id = await issueOf(city.person.nurse)
    const both = await Promise.allSettled([close(id), close(id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(close(id)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await testing.database.prisma.auditEvent.count({ where: { event: 'dataIssue.closed' } })).toBe(1)
  })
})

test('every code says in both languages what is wrong and what to do', () => {
  for (const { label, hint } of Object.values(issueCodes)) {
    for (const text of [label.id, label.en, hint.id, hint.en]) expect(text.length).toBeGreaterThan(10)
  }
})
