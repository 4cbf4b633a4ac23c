import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '../../server/identity/commands/secrets.ts'
import { signIn } from '../../server/identity/commands/sign-in.ts'
import { SignInThrottle } from '../../server/identity/commands/throttle.ts'
import type { RoleName } from '../../server/identity/policy.ts'
import { actorOfToken } from '../../server/identity/queries/actors.ts'
import { demoAccounts } from '../../server/seed/accounts.ts'
import { openDemo, seedDemo } from '../../server/seed.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

const now = new Date('2026-08-15T03:00:00Z')
let city: TestDatabase
let printed: string

/** What a start in demo mode prints. */
async function start(): Promise<string> {
  const lines: string[] = []
  await openDemo(city.database, now, (line) => lines.push(line))
  return lines.join('\n')
}

beforeAll(async () => {
  city = await createTestDatabase()
  printed = await start()
}, 120_000)

afterAll(() => city.drop())

const door = (allowsDemo: boolean) => ({
  address: '127.0.0.1',
  throttle: new SignInThrottle(),
  setCookie: () => undefined,
  allowsDemo,
})

describe('tera seed', () => {
  test('refuses a database that holds anything, and leaves it as it is', async () => {
    await using used = await createTestDatabase()
    await used.database.prisma.user.create({ data: { username: 'someone', displayName: 'Someone', passwordHash: 'x' } })
    await expect(seedDemo(used.database, now)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await used.database.prisma.unit.count()).toBe(0)
  })

  test('is written down once in the audit trail, beside the commands that it used', async () => {
    const events = await city.database.prisma.auditEvent.groupBy({ by: ['event'], _count: true })
    const counts = Object.fromEntries(events.map(({ event, _count }) => [event, _count]))
    expect(counts).toMatchObject({
      'demo.seeded': 1,
      'appraisals.computed': 4,
      'indicator.published': 1,
      'indicator.submitted': 3,
    })
  })
})

describe('the demo accounts', () => {
  test('let in each role that can sign in, and none of them in production', async () => {
    const roles = new Set<RoleName>()
    for (const account of demoAccounts) {
      if (account.kind === 'TOKEN') continue
      const credentials = { identifier: account.username, password: account.password }
      const actor = await signIn(city.database, door(true), credentials, { now })
      for (const { role } of actor.grants) roles.add(role)
      await expect(signIn(city.database, door(false), credentials, { now })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    expect([...roles].sort()).toEqual(['ADMIN', 'EMPLOYEE', 'INSPECTOR', 'TEAM_MEMBER', 'TIM_KINERJA'])
  })

  test('have a token of an integrator, which counts as one of the demonstration', async () => {
    const token = demoAccounts.find((account) => account.kind === 'TOKEN')?.token ?? ''
    const loaded = await actorOfToken(city.database.prisma, hashSecret(token), now)
    expect(loaded).toMatchObject({ isDemo: true, actor: { grants: [{ role: 'INTEGRATOR', unitId: null }] } })
  })

  test('appraise each other: the penilai has the employee below and is rated in both years', async () => {
    const { employee } = await city.database.prisma.user.findUniqueOrThrow({
      where: { username: 'pegawai' },
      select: {
        employee: {
          select: {
            superior: { select: { user: true } },
            appraisals: { where: { kind: 'ANNUAL' }, select: { state: true, predikat: true } },
          },
        },
      },
    })
    expect(employee?.superior?.user?.username).toBe('penilai')
    expect(employee?.appraisals.map(({ state }) => state).sort()).toEqual(['FINAL', 'TERBUKA'])
  })

  test('are printed at a start in demo mode as long as they are open', async () => {
    for (const account of demoAccounts) expect(printed).toContain(account.kind === 'TOKEN' ? account.token : account.password)
    expect(await start()).not.toContain('Writing')
    const users = city.database.prisma.user
    await users.updateMany({ where: { username: 'admin' }, data: { disabledAt: now } })
    expect(await start()).not.toContain('demo-admin-tera')
    await users.updateMany({ data: { disabledAt: now } })
    expect(await start()).toBe('')
  })
})
