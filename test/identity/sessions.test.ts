import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changePassword, resetPassword } from '../../server/identity/commands/passwords.ts'
import { setLanguage } from '../../server/identity/commands/preferences.ts'
import { hashSecret } from '../../server/identity/commands/secrets.ts'
import { revokeSession, signOut } from '../../server/identity/commands/sessions.ts'
import { type Door, signIn } from '../../server/identity/commands/sign-in.ts'
import { SignInThrottle } from '../../server/identity/commands/throttle.ts'
import { disableUser } from '../../server/identity/commands/users.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { as, createPeople, expectAudited, now, outcomes, type People, password, userId } from './people.ts'

let db: TestDatabase
let people: People
let secrets: string[]
let door: Door
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
})
beforeEach(() => {
  secrets = []
  door = {
    address: '127.0.0.1',
    throttle: new SignInThrottle(),
    allowsDemo: true,
    setCookie: (session) => secrets.push(session?.secret ?? ''),
  }
})
afterAll(() => db.drop())

const enter = (identifier: string, given = password) =>
  signIn(db.database, door, { identifier, password: given }, { now, device: 'Firefox (phone)' })
const reason = 'lupa kata sandi'

describe('signing in', () => {
  test('works by username and by NIP, stores the hash of the secret alone, and is audited', async () => {
    const { teacher, admin } = people.users
    expect(await enter(' Admin ')).toMatchObject({ kind: 'USER', id: admin.id, grants: [{ role: 'ADMIN', unitId: null }] })
    const actor = await enter(people.employees.teacher.nip)
    expect(actor).toMatchObject({ id: teacher.id, employeeId: people.employees.teacher.id })
    const stored = await db.database.prisma.session.findUniqueOrThrow({ where: { id: actor.sessionId ?? '' } })
    expect(stored).toMatchObject({ tokenHash: hashSecret(secrets[1] ?? ''), device: 'Firefox (phone)', userId: teacher.id })
    expect(stored.expiresAt).toEqual(new Date('2026-03-10T17:00:00Z'))
    await expectAudited(db.database, 'user.signedIn', teacher, stored.id)
  })

  test('answers an unknown account, a wrong password and a disabled account alike, and leaves no session', async () => {
    const { admin, inspector } = people.users
    await as(db.database, admin)(disableUser, { id: userId(inspector), reason })
    const before = await db.database.prisma.session.count()
    const faults = await Promise.all(
      [enter('tidak.ada'), enter('admin', 'salah'), enter('inspektur')].map((run) => run.catch((error: unknown) => error)),
    )
    expect(new Set(faults.map((fault) => JSON.stringify(fault))).size).toBe(1)
    expect(faults[0]).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await db.database.prisma.session.count()).toBe(before)
  })

  test('is refused to accounts of the demonstration in production', async () => {
    const demo = { username: 'demo', displayName: 'Demo', passwordHash: people.users.admin.passwordHash, isDemo: true }
    await db.database.prisma.user.create({ data: demo })
    await enter('demo')
    door = { ...door, allowsDemo: false }
    await expect(enter('demo')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('is throttled per account and address, whether or not the account exists, and a success takes the tries back', async () => {
    for (const account of ['admin', 'tidak.ada']) {
      for (let tries = 0; tries < 5; tries += 1)
        await expect(enter(account, 'salah')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
      await expect(enter(account)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: expect.closeTo(900, -1) })
    }
    const elsewhere = { ...door, address: '127.0.0.2' }
    for (let round = 0; round < 8; round += 1) await signIn(db.database, elsewhere, { identifier: 'admin', password }, { now })
  })
})

describe('ending a session', () => {
  const leave = (actor: Actor) => execute(db.database, signOut, {}, { actor, now })

  test('by signing out happens once and is audited', async () => {
    const actor = await enter('admin')
    await leave(actor)
    await expectAudited(db.database, 'user.signedOut', people.users.admin, actor.sessionId ?? '')
    await expect(leave(actor)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const other = await enter('admin')
    expect(await outcomes([leave(other), leave(other)])).toEqual(['UNAUTHENTICATED', 'done'])
  })

  test('from afar is for its owner and for whoever manages the owner', async () => {
    const { admin, healthAdmin, teacher, nurse } = people.users
    const sessionOf = async (identifier: string) => ({ id: encodeId('Session', (await enter(identifier)).sessionId ?? '') })
    const teachers = await sessionOf(people.employees.teacher.nip)
    for (const stranger of [healthAdmin, nurse]) {
      await expect(as(db.database, stranger)(revokeSession, teachers)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(
      await outcomes([as(db.database, teacher)(revokeSession, teachers), as(db.database, admin)(revokeSession, teachers)]),
    ).toEqual(['WRONG_STATE', 'done'])
    const nurses = await sessionOf(people.employees.nurse.nip)
    const { id } = await as(db.database, healthAdmin)(revokeSession, nurses)
    await expectAudited(db.database, 'session.revoked', healthAdmin, id)
  })
})

describe('passwords', () => {
  test('are changed by their owner with the present one, which ends the other sessions', async () => {
    const { teacher } = people.users
    const [kept, ended] = [await enter(people.employees.teacher.nip), await enter(people.employees.teacher.nip)]
    const change = (currentPassword: string) =>
      execute(db.database, changePassword, { currentPassword, newPassword: 'kata sandi yang baru' }, { actor: kept, now })
    await expect(change('bukan ini')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await outcomes([change(password), change(password)])).toEqual(['INVALID_INPUT', 'done'])
    await expectAudited(db.database, 'user.passwordChanged', teacher, teacher.id)
    const open = await db.database.prisma.session.findMany({
      where: { userId: teacher.id, revokedAt: null },
      select: { id: true },
    })
    expect(open).toEqual([{ id: kept.sessionId }])
    expect(ended.sessionId).not.toBe(kept.sessionId)
    await expect(enter(people.employees.teacher.nip)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await enter(people.employees.teacher.nip, 'kata sandi yang baru')
  })

  test('are not for tokens to change', async () => {
    const token: Actor = {
      kind: 'TOKEN',
      id: people.users.admin.id,
      label: 't',
      employeeId: null,
      sessionId: null,
      grants: [],
      scopes: [],
      language: 'id',
    }
    const change = execute(
      db.database,
      changePassword,
      { currentPassword: password, newPassword: 'kata sandi yang baru' },
      { actor: token, now },
    )
    await expect(change).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('are reset by whoever manages the user, never by lending a wider role', async () => {
    const { healthAdmin, nurse, wide, admin } = people.users
    await enter(people.employees.nurse.nip)
    const { password: made } = await as(db.database, healthAdmin)(resetPassword, { id: userId(nurse), reason })
    await expectAudited(db.database, 'user.passwordReset', healthAdmin, nurse.id)
    expect(await db.database.prisma.session.count({ where: { userId: nurse.id, revokedAt: null } })).toBe(0)
    await enter(people.employees.nurse.nip, made)
    for (const outside of [wide, admin]) {
      const reset = as(db.database, healthAdmin)(resetPassword, { id: userId(outside), reason })
      await expect(reset).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(as(db.database, admin)(resetPassword, { id: userId(admin), reason })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

test('the language is the choice of the person, and audited', async () => {
  const { nurse } = people.users
  expect(await as(db.database, nurse)(setLanguage, { language: 'EN' })).toEqual({ language: 'EN' })
  await expectAudited(db.database, 'user.languageChanged', nurse, nurse.id)
  const stranger = { ...nurse, id: '00000000-0000-7000-8000-000000000000' }
  await expect(as(db.database, stranger)(setLanguage, { language: 'ID' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
