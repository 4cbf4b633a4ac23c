import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUser, disableUser, enableUser } from '../../server/identity/commands/users.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { as, createPeople, expectAudited, outcomes, type People, unitId, userId } from './people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
})
afterAll(() => db.drop())

const reason = 'pindah tugas'
const fresh = (username: string) => ({ username, displayName: 'Orang Baru' })

describe('creating a user', () => {
  test('answers a made password once, stores it hashed and writes one audit row without it', async () => {
    const { admin } = people.users
    const { id, password } = await as(db.database, admin)(createUser, { ...fresh('baru'), role: 'INSPECTOR' })
    const stored = await db.database.prisma.user.findUniqueOrThrow({ where: { id }, include: { grants: true } })
    expect(password).toHaveLength(23)
    expect(stored.passwordHash).toMatch(/^\$argon2id\$/)
    expect(stored.grants).toMatchObject([{ role: 'INSPECTOR', unitId: null }])
    await expectAudited(db.database, 'user.created', admin, id)
    const row = await db.database.prisma.auditEvent.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
    expect(JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      password,
    )
  })

  test('lets an administrator of a unit create only inside it, and hand out no more than they hold', async () => {
    const create = as(db.database, people.users.healthAdmin)
    await create(createUser, { ...fresh('di.dalam'), role: 'TIM_KINERJA', unitId: unitId(people.units.clinic) })
    for (const outside of [
      { ...fresh('kota'), role: 'EMPLOYEE' as const },
      { ...fresh('sekolah'), role: 'EMPLOYEE' as const, unitId: unitId(people.units.schools) },
      fresh('tanpa.unit'),
    ]) {
      await expect(create(createUser, outside)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(as(db.database, people.users.inspector)(createUser, fresh('x.y.z'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('refuses a second user for an employee, a taken name, and a name that is the NIP of somebody else', async () => {
    const create = as(db.database, people.users.admin)
    await expect(create(createUser, { ...fresh('perawat'), nip: people.employees.nurse.nip })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(create(createUser, fresh('admin'))).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(create(createUser, fresh('199901012020031009'))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(create(createUser, { ...fresh('hantu'), nip: '199901012020031009' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(create(createUser, { ...fresh('pendek'), password: 'pendek' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('makes one user of two callers who want the same name', async () => {
    const create = as(db.database, people.users.admin)
    expect(await outcomes([1, 2, 3].map(() => create(createUser, fresh('rebutan'))))).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })
})

describe('disabling a user', () => {
  test('ends the sessions, is audited, and can be taken back', async () => {
    const { admin, teacher } = people.users
    const { prisma } = db.database
    await prisma.session.create({
      data: { userId: teacher.id, tokenHash: 'x', device: 'uji', expiresAt: new Date('2030-01-01') },
    })
    const run = as(db.database, admin)
    await run(disableUser, { id: userId(teacher), reason })
    expect(await prisma.session.count({ where: { userId: teacher.id, revokedAt: null } })).toBe(0)
    await expectAudited(db.database, 'user.disabled', admin, teacher.id)
    await expect(run(disableUser, { id: userId(teacher), reason })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await run(enableUser, { id: userId(teacher), reason })
    await expectAudited(db.database, 'user.enabled', admin, teacher.id)
    await expect(run(enableUser, { id: userId(teacher), reason })).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  test('is refused for oneself, beyond the own remit, and without the permission', async () => {
    const { admin, healthAdmin, wide, teacher, nurse } = people.users
    await expect(as(db.database, admin)(disableUser, { id: userId(admin), reason })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    for (const outside of [teacher, wide, admin]) {
      await expect(as(db.database, healthAdmin)(disableUser, { id: userId(outside), reason })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
      await expect(as(db.database, healthAdmin)(enableUser, { id: userId(outside), reason })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    }
    await expect(as(db.database, nurse)(disableUser, { id: userId(teacher), reason })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('needs a reason and an id of a user', async () => {
    const run = as(db.database, people.users.admin)
    await expect(run(disableUser, { id: userId(people.users.teacher), reason: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await expect(run(disableUser, { id: unitId(people.units.city), reason })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('happens once when several want it', async () => {
    const { admin, nurse } = people.users
    const run = as(db.database, admin)
    const tries = [1, 2, 3].map(() => run(disableUser, { id: userId(nurse), reason }))
    expect(await outcomes(tries)).toEqual(['WRONG_STATE', 'WRONG_STATE', 'done'])
    const returns = [1, 2, 3].map(() => run(enableUser, { id: userId(nurse), reason }))
    expect(await outcomes(returns)).toEqual(['WRONG_STATE', 'WRONG_STATE', 'done'])
  })
})

test('of two administrators who disable each other one remains', async () => {
  const { admin } = people.users
  const second = await db.database.prisma.user.create({
    data: {
      username: 'admin2',
      displayName: 'Admin Dua',
      passwordHash: 'x',
      grants: { create: { role: 'ADMIN', validFrom: new Date('2026-01-01') } },
    },
    include: { grants: true },
  })
  const results = await outcomes([
    as(db.database, admin)(disableUser, { id: userId(second), reason }),
    as(db.database, second)(disableUser, { id: userId(admin), reason }),
  ])
  expect(results).toEqual(['WRONG_STATE', 'done'])
})
