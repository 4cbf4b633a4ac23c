import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantRole, withdrawRole } from '../../server/identity/commands/grants.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { as, createPeople, expectAudited, outcomes, type People, today, unitId, userId } from './people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
})
afterAll(() => db.drop())

const reason = 'surat tugas 12'
const grantId = ({ id }: { id: string }) => encodeId('RoleGrant', id)
const grantOf = ({ grants }: { grants: { id: string }[] }) => grantId(grants[0] as { id: string })

describe('granting a role', () => {
  test('counts from today, is audited with its reason, and is refused while it is held', async () => {
    const { admin, nurse } = people.users
    const run = as(db.database, admin)
    const input = { userId: userId(nurse), role: 'TEAM_MEMBER', unitId: unitId(people.units.health), reason } as const
    await run(grantRole, input)
    const row = await db.database.prisma.roleGrant.findFirstOrThrow({ where: { userId: nurse.id, role: 'TEAM_MEMBER' } })
    expect(row).toMatchObject({ unitId: people.units.health.id, validFrom: today, validTo: null })
    await expectAudited(db.database, 'role.granted', admin, nurse.id)
    await expect(run(grantRole, input)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(run(grantRole, { ...input, validFrom: new Date('2026-12-01') })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('neither begins in the past nor ends before it begins', async () => {
    const run = as(db.database, people.users.admin)
    const input = { userId: userId(people.users.nurse), role: 'INSPECTOR', reason } as const
    await expect(run(grantRole, { ...input, validFrom: new Date('2026-03-09') })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(run(grantRole, { ...input, validTo: new Date('2026-03-09') })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('hands out no more than the actor holds, and to nobody outside the remit', async () => {
    const { healthAdmin, nurse, teacher, wide, inspector } = people.users
    const run = as(db.database, healthAdmin)
    await run(grantRole, { userId: userId(nurse), role: 'ADMIN', unitId: unitId(people.units.clinic), reason })
    const refused = [
      { userId: userId(nurse), role: 'EMPLOYEE', reason },
      { userId: userId(nurse), role: 'EMPLOYEE', unitId: unitId(people.units.city), reason },
      { userId: userId(nurse), role: 'EMPLOYEE', unitId: unitId(people.units.schools), reason },
      { userId: userId(teacher), role: 'EMPLOYEE', unitId: unitId(people.units.clinic), reason },
      { userId: userId(wide), role: 'EMPLOYEE', unitId: unitId(people.units.clinic), reason },
      { userId: userId(healthAdmin), role: 'ADMIN', reason },
    ] as const
    for (const input of refused) await expect(run(grantRole, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const byInspector = as(db.database, inspector)(grantRole, { userId: userId(inspector), role: 'ADMIN', reason })
    await expect(byInspector).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('happens once when several grant the same', async () => {
    const run = as(db.database, people.users.admin)
    const input = { userId: userId(people.users.teacher), role: 'INSPECTOR', reason } as const
    expect(await outcomes([1, 2, 3].map(() => run(grantRole, input)))).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })
})

describe('withdrawing a role', () => {
  test('ends it yesterday, is audited, and is refused once it has ended', async () => {
    const { admin, inspector } = people.users
    const run = as(db.database, admin)
    await run(withdrawRole, { id: grantOf(inspector), reason })
    const row = await db.database.prisma.roleGrant.findFirstOrThrow({ where: { userId: inspector.id } })
    expect(row.validTo).toEqual(new Date('2026-03-09'))
    await expectAudited(db.database, 'role.withdrawn', admin, inspector.id)
    await expect(run(withdrawRole, { id: grantOf(inspector), reason })).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  test('is refused beyond the own remit', async () => {
    const { healthAdmin, teacher, admin } = people.users
    for (const outside of [teacher, admin]) {
      const withdrawal = as(db.database, healthAdmin)(withdrawRole, { id: grantOf(outside), reason })
      await expect(withdrawal).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const unknown = as(db.database, admin)(withdrawRole, { id: grantId({ id: '00000000-0000-7000-8000-000000000000' }), reason })
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('leaves the city its last administrator, also when two are withdrawn at once', async () => {
    const { admin } = people.users
    const run = as(db.database, admin)
    await expect(run(withdrawRole, { id: grantOf(admin), reason })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const second = await db.database.prisma.roleGrant.create({
      data: { userId: people.users.wide.id, role: 'ADMIN', validFrom: new Date('2026-01-01') },
    })
    const results = await outcomes([
      run(withdrawRole, { id: grantOf(admin), reason }),
      run(withdrawRole, { id: grantId(second), reason }),
    ])
    expect(results).toEqual(['WRONG_STATE', 'done'])
  })
})
