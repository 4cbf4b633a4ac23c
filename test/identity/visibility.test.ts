import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, anonymous, mayManage } from '../../server/identity/policy.ts'
import { managedUser, visibleSessions, visibleTokens, visibleUsers } from '../../server/identity/queries/users.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorOf, createPeople, type People, today } from './people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
  for (const { id } of Object.values(people.users)) {
    await db.database.prisma.session.create({
      data: { userId: id, tokenHash: id, device: 'uji', expiresAt: new Date('2030-01-01') },
    })
  }
  await db.database.prisma.apiToken.create({
    data: { name: 'SIASN', tokenHash: 'x', role: 'INTEGRATOR', createdById: people.users.admin.id },
  })
})
afterAll(() => db.drop())

const token = (grants: Actor['grants']): Actor => ({
  ...anonymous,
  kind: 'TOKEN',
  id: '00000000-0000-7000-8000-000000000000',
  grants,
  scopes: ['users.manage'],
})

test('a user is visible to themself and to exactly those who may manage them', async () => {
  const { prisma } = db.database
  const actors = [
    ...Object.values(people.users).map(actorOf),
    anonymous,
    token([{ role: 'ADMIN', unitId: null }]),
    token([{ role: 'EMPLOYEE', unitId: null }]),
  ]
  for (const actor of actors) {
    const seen = await prisma.user.findMany({ where: visibleUsers(actor, today), select: { id: true } })
    for (const { id, username } of Object.values(people.users)) {
      const user = await prisma.$transaction((tx) => managedUser(tx, id, today))
      const expected = (actor.kind === 'USER' && actor.id === id) || (user !== null && mayManage(actor, user) === true)
      expect([actor.label, username, seen.some((row) => row.id === id)]).toEqual([actor.label, username, expected])
    }
  }
})

test('an administrator of a unit sees nobody who holds a role beyond it', async () => {
  const { healthAdmin, nurse } = people.users
  const seen = await db.database.prisma.user.findMany({ where: visibleUsers(actorOf(healthAdmin), today), select: { id: true } })
  expect(seen.map(({ id }) => id).sort()).toEqual([healthAdmin.id, nurse.id].sort())
})

test('a session is visible with its user, a token only to administrators of the city', async () => {
  const { healthAdmin, nurse, admin, teacher } = people.users
  const sessions = async (actor: Actor) => {
    const rows = await db.database.prisma.session.findMany({ where: visibleSessions(actor, today), select: { userId: true } })
    return rows.map(({ userId }) => userId).sort()
  }
  expect(await sessions(actorOf(healthAdmin))).toEqual([healthAdmin.id, nurse.id].sort())
  expect(await sessions(actorOf(teacher))).toEqual([teacher.id])
  expect(await sessions(actorOf(admin))).toHaveLength(6)
  expect(await sessions(anonymous)).toEqual([])
  const tokens = (actor: Actor) => db.database.prisma.apiToken.count({ where: visibleTokens(actor) })
  expect([
    await tokens(actorOf(admin)),
    await tokens(actorOf(healthAdmin)),
    await tokens(actorOf(nurse)),
    await tokens(anonymous),
  ]).toEqual([1, 0, 0, 0])
})
