import { expect } from 'vitest'
import type { Database } from '../../server/db.ts'
import type { Prisma } from '../../server/generated/prisma/client.ts'
import { hashPassword } from '../../server/identity/commands/secrets.ts'
import type { Actor, RoleName } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { type Command, execute } from '../../server/transact.ts'

/** Noon in WIB on a Tuesday. */
export const now = new Date('2026-03-10T05:00:00Z')
export const today = new Date('2026-03-10')
export const password = 'kata sandi yang panjang'

/** A city with two offices and a division in the first, an employee in each, and users of every reach. */
export async function createPeople({ prisma }: Database) {
  const city = await createUnit(prisma, 'KOTA', null)
  const health = await createUnit(prisma, 'DINKES', city)
  const clinic = await createUnit(prisma, 'PUSKESMAS', health)
  const schools = await createUnit(prisma, 'DISDIK', city)
  const nurse = await createEmployee(prisma, '199001012015031001', clinic.id)
  const teacher = await createEmployee(prisma, '199101012015031002', schools.id)
  const passwordHash = await hashPassword(password)
  const user = (username: string, data: Partial<Prisma.UserUncheckedCreateInput>, ...grants: [RoleName, string | null][]) =>
    prisma.user.create({
      data: {
        username,
        displayName: `Nama ${username}`,
        passwordHash,
        ...data,
        grants: { create: grants.map(([role, unitId]) => ({ role, unitId, validFrom: new Date('2026-01-01') })) },
      },
      include: { grants: true },
    })
  return {
    units: { city, health, clinic, schools },
    employees: { nurse, teacher },
    users: {
      admin: await user('admin', {}, ['ADMIN', null]),
      healthAdmin: await user('admin.kesehatan', {}, ['ADMIN', health.id]),
      inspector: await user('inspektur', {}, ['INSPECTOR', null]),
      nurse: await user(nurse.nip, { employeeId: nurse.id }, ['EMPLOYEE', clinic.id]),
      teacher: await user(teacher.nip, { employeeId: teacher.id }, ['EMPLOYEE', schools.id]),
      /** Belongs to the health office by a role, and holds a wider one. */
      wide: await user('penghubung', {}, ['TIM_KINERJA', health.id], ['INSPECTOR', null]),
    },
  }
}

export type People = Awaited<ReturnType<typeof createPeople>>
type UserRow = People['users']['admin']

async function createUnit(prisma: Database['prisma'], code: string, parent: { id: string; above: string[] } | null) {
  const { id } = await prisma.unit.create({ data: { code, name: code, type: 'DINAS', parentId: parent?.id ?? null } })
  const above = [id, ...(parent?.above ?? [])]
  await prisma.unitAncestor.createMany({ data: above.map((ancestorId, distance) => ({ unitId: id, ancestorId, distance })) })
  return { id, above }
}

function createEmployee(prisma: Database['prisma'], nip: string, unitId: string) {
  const data = { nip, name: `Pegawai ${nip}`, searchText: nip, employmentType: 'PNS', positionTitle: 'Staf', unitId } as const
  return prisma.employee.create({ data })
}

export function actorOf({ id, displayName, employeeId, grants }: UserRow): Actor {
  return {
    kind: 'USER',
    id,
    label: displayName,
    employeeId,
    sessionId: null,
    grants: grants.map(({ role, unitId }) => ({ role, unitId })),
    scopes: null,
    language: 'id',
  }
}

/** Runs a command as a user. */
export function as(database: Database, user: UserRow, at = now) {
  return <RawInput, Input, Subject, Result>(spec: Command<RawInput, Input, Subject, Result>, input: RawInput) =>
    execute(database, spec, input, { actor: actorOf(user), now: at })
}

export const userId = ({ id }: { id: string }) => encodeId('User', id)
export const unitId = ({ id }: { id: string }) => encodeId('Unit', id)

/** The codes with which some of these failed; `done` for the others. */
export async function outcomes(runs: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(runs)
  return settled.map((run) => (run.status === 'fulfilled' ? 'done' : (run.reason as { code: string }).code)).sort()
}

/** The last audit row says this, and names the actor. */
export async function expectAudited({ prisma }: Database, event: string, actor: { id: string }, entityId: string): Promise<void> {
  const row = await prisma.auditEvent.findFirst({ orderBy: { sequence: 'desc' } })
  expect(row).toMatchObject({ event, actorId: actor.id, entityId })
}
