import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret } from '../../server/identity/commands/secrets.ts'
import { createApiToken, revokeApiToken } from '../../server/identity/commands/tokens.ts'
import type { Permission } from '../../server/identity/policy.ts'
import { rolePermissions } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { as, createPeople, expectAudited, outcomes, type People } from './people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
})
afterAll(() => db.drop())

const input = { name: 'SIASN', role: 'INTEGRATOR' } as const

test('a token has 256 random bits, is stored hashed, ends after a year, and takes the permissions that its role has now', async () => {
  const { admin } = people.users
  const { id, token } = await as(db.database, admin)(createApiToken, input)
  expect(token).toMatch(/^tera_[\w-]{43}$/)
  const stored = await db.database.prisma.apiToken.findUniqueOrThrow({ where: { id } })
  expect(stored).toMatchObject({
    tokenHash: hashSecret(token),
    createdById: admin.id,
    expiresAt: new Date('2027-03-10T05:00:00Z'),
  })
  expect(stored.scopes).toEqual(rolePermissions.INTEGRATOR)
  await expectAudited(db.database, 'token.created', admin, id)
})

test('scopes are a choice of those of the role, and the end lies within two years', async () => {
  const run = as(db.database, people.users.admin)
  const { id } = await run(createApiToken, { ...input, scopes: ['aggregates.read'], expiresAt: new Date('2026-04-01') })
  expect(await db.database.prisma.apiToken.findUniqueOrThrow({ where: { id } })).toMatchObject({ scopes: ['aggregates.read'] })
  const refused = [
    { scopes: ['users.manage'] as const },
    { scopes: ['everything' as Permission] },
    { scopes: [] },
    { expiresAt: new Date('2026-03-09') },
    { expiresAt: new Date('2029-01-01') },
  ]
  for (const part of refused)
    await expect(run(createApiToken, { ...input, ...part } as typeof input)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('only an administrator of the whole city makes tokens: they hold for the whole city', async () => {
  for (const user of [people.users.healthAdmin, people.users.inspector, people.users.nurse]) {
    await expect(as(db.database, user)(createApiToken, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
})

test('a token is revoked once, by an administrator of the city, and that is audited', async () => {
  const { admin, healthAdmin } = people.users
  const { id } = await as(db.database, admin)(createApiToken, input)
  const given = { id: encodeId('ApiToken', id) }
  await expect(as(db.database, healthAdmin)(revokeApiToken, given)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const run = as(db.database, admin)
  expect(await outcomes([1, 2, 3].map(() => run(revokeApiToken, given)))).toEqual(['WRONG_STATE', 'WRONG_STATE', 'done'])
  await expectAudited(db.database, 'token.revoked', admin, id)
})
