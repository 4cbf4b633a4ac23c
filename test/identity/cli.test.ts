import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '../../server/identity/cli.ts'
import { hashSecret } from '../../server/identity/commands/secrets.ts'
import type { Runtime } from '../../server/runtime.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { createPeople, type People } from './people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
})
afterAll(() => db.drop())

/** Runs `tera …` on the database of the test and answers what it would print. */
async function tera(...args: readonly string[]): Promise<{ value: Record<string, string>; lines: readonly string[] }> {
  const printed: { value: Record<string, string>; lines: readonly string[] }[] = []
  const runtime: Pick<Runtime, 'withDatabase' | 'print'> = {
    withDatabase: (run) => run(db.database),
    print: (_options, value, lines) => printed.push({ value: value as Record<string, string>, lines }),
  }
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  register(program, runtime as Runtime)
  await program.parseAsync(args, { from: 'user' })
  return printed[0] as NonNullable<(typeof printed)[0]>
}

test('user create makes a user of an employee and prints the made password once', async () => {
  const { prisma } = db.database
  const nip = '198501012010011005'
  const data = {
    nip,
    name: 'Baru',
    searchText: nip,
    employmentType: 'PNS',
    positionTitle: 'Staf',
    unitId: people.units.clinic.id,
  } as const
  const employee = await prisma.employee.create({ data })
  const { value, lines } = await tera(
    'user',
    'create',
    '--username',
    nip,
    '--name',
    'Baru',
    '--role',
    'EMPLOYEE',
    '--nip',
    nip,
    '--json',
  )
  const user = await prisma.user.findUniqueOrThrow({ where: { username: nip }, include: { grants: true } })
  expect(user).toMatchObject({ employeeId: employee.id, grants: [{ role: 'EMPLOYEE', unitId: null }] })
  expect(value).toEqual({ id: `user_${user.id}`, username: nip, password: expect.stringMatching(/^[a-z0-9-]{23}$/) })
  expect(lines).toHaveLength(2)
  await expect(tera('user', 'create', '--username', nip, '--name', 'Baru', '--role', 'EMPLOYEE')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('token create prints a token with the role, scopes and end that were asked for', async () => {
  const { value } = await tera(
    'token',
    'create',
    '--role',
    'INTEGRATOR',
    '--scopes',
    'aggregates.read,organization.read',
    '--expires',
    '30d',
    '--json',
  )
  const stored = await db.database.prisma.apiToken.findUniqueOrThrow({ where: { tokenHash: hashSecret(value.token ?? '') } })
  expect(stored).toMatchObject({ role: 'INTEGRATOR', scopes: ['aggregates.read', 'organization.read'], createdById: null })
  expect(stored.expiresAt?.getTime()).toBe(stored.createdAt.getTime() + 30 * 86_400_000)
})

test('what cannot be is refused: a role that is none, a scope outside the role, an end that is no time', async () => {
  await expect(tera('token', 'create', '--role', 'KING')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(tera('token', 'create', '--role', 'EMPLOYEE', '--scopes', 'users.manage')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await expect(tera('token', 'create', '--role', 'EMPLOYEE', '--expires', 'soon')).rejects.toMatchObject({
    code: 'commander.invalidArgument',
  })
  await expect(tera('user', 'create', '--username', 'x')).rejects.toMatchObject({ code: 'commander.missingMandatoryOptionValue' })
})
