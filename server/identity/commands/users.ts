import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { faultCode } from '../../faults.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayGrant, needs, type RoleName, reachOf, refuse, rolePermissions, userActions, type Verdict } from '../policy.ts'
import { staysAdministered } from '../queries/administrators.ts'
import { managedUser, unitPath } from '../queries/users.ts'
import { civilDate } from '../rules/civil-date.ts'
import { lockAdministrators } from './administrators.ts'
import { announce } from './announce.ts'
import { globalId, line, newPasswordText, reason } from './inputs.ts'
import { hashPassword, newPassword } from './secrets.ts'

export const roleName = z.enum(Object.keys(rolePermissions) as [RoleName, ...RoleName[]])

const userFields = z.object({
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,49}$/),
  displayName: line(2, 100),
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .nullish(),
  role: roleName.nullish(),
  unitId: globalId('Unit').nullish(),
  password: newPasswordText.nullish(),
  language: z.enum(['ID', 'EN']).nullish(),
  isDemo: z.boolean().optional(),
})

// A person signs in by username or NIP: a username that is somebody else's NIP would catch that person's sign-in.
const newUser = userFields.refine(({ username, nip }) => !/^\d{18}$/.test(username) || username === nip, { path: ['username'] })

/**
 * Creates a user, with a first role when one is given. Without a password one is made and answered once.
 * CONFLICT when the username is taken or the employee has a user.
 */
export const createUser = command({
  input: newUser,
  load: async (tx, { nip, unitId }) => {
    const employee = nip ? await employeeOf(tx, nip) : undefined
    const unitIds = unitId ? await unitPath(tx, unitId) : null
    return employee === null || (unitId && !unitIds) ? null : { employee, unitIds }
  },
  allow: (actor, { employee, unitIds }, _now, { role }): Verdict => {
    const held = needs(actor, 'users.manage')
    if (held !== true) return held
    if (employee?.hasUser) return refuse('CONFLICT', 'Pegawai ini sudah punya pengguna.', 'This employee has a user already.')
    if (role) return mayGrant(actor, role, unitIds)
    const reach = reachOf(actor, 'users.manage')
    const isInside = reach === 'ALL' || reach.some((id) => employee?.unitIds.includes(id))
    return isInside || refuse('FORBIDDEN', 'Pengguna ini di luar wewenang Anda.', 'This user lies outside your remit.')
  },
  run: async ({ tx, input, subject, now }) => {
    const password = input.password ?? newPassword()
    const grants = input.role ? { create: { role: input.role, unitId: input.unitId ?? null, validFrom: civilDate(now) } } : {}
    const { id } = await unlessTaken(
      tx.user.create({
        data: {
          username: input.username,
          displayName: input.displayName,
          passwordHash: await hashPassword(password),
          employeeId: subject.employee?.id ?? null,
          language: input.language ?? 'ID',
          isDemo: input.isDemo ?? false,
          createdAt: now,
          grants,
        },
        select: { id: true },
      }),
    )
    return {
      result: { id, password: input.password ? null : password },
      entity: { type: 'User', id },
      changes: { username: [null, input.username], displayName: [null, input.displayName], role: [null, input.role ?? null] },
    }
  },
  audit: 'user.created',
})

async function employeeOf(tx: Transaction, nip: string) {
  await tx.$queryRaw`SELECT 1 FROM employee WHERE nip = ${nip} FOR UPDATE`
  const row = await tx.employee.findUnique({
    where: { nip },
    select: { id: true, user: { select: { id: true } }, unit: { select: { ancestors: { select: { ancestorId: true } } } } },
  })
  return row && { id: row.id, hasUser: row.user !== null, unitIds: row.unit.ancestors.map(({ ancestorId }) => ancestorId) }
}

async function unlessTaken<Row>(creation: Promise<Row>): Promise<Row> {
  try {
    return await creation
  } catch (error) {
    if (faultCode(error) !== 'CONFLICT') throw error
    throw new DomainError('CONFLICT', { id: 'Nama pengguna ini sudah dipakai.', en: 'This username is taken.' })
  }
}

const oneUser = z.object({ id: globalId('User'), reason })

/** Takes the sign-in from a user and ends their sessions at once. Refused for oneself and for the last administrator of the city. */
export const disableUser = command({
  input: oneUser,
  load: async (tx, { id }, _actor, now) => {
    await lockAdministrators(tx)
    const user = await managedUser(tx, id, civilDate(now))
    return user && { user, staysAdministered: await staysAdministered(tx, civilDate(now), { userId: id }) }
  },
  allow: (actor, { user, staysAdministered }) => {
    const verdict = userActions(actor, user).DISABLE_USER
    return verdict === true ? staysAdministered : verdict
  },
  run: async ({ tx, input: { id, reason }, now }) => {
    await tx.user.update({ where: { id }, data: { disabledAt: now } })
    await tx.session.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: now } })
    await announce(tx, id)
    return { result: { id }, entity: { type: 'User', id }, changes: { disabledAt: [null, now.toISOString()] }, reason }
  },
  audit: 'user.disabled',
})

/** Gives a disabled user the sign-in back; sessions that were ended stay ended. */
export const enableUser = command({
  input: oneUser,
  load: (tx, { id }, _actor, now) => managedUser(tx, id, civilDate(now)),
  allow: (actor, user) => userActions(actor, user).ENABLE_USER,
  run: async ({ tx, input: { id, reason }, subject }) => {
    await tx.user.update({ where: { id }, data: { disabledAt: null } })
    await announce(tx, id)
    return {
      result: { id },
      entity: { type: 'User', id },
      changes: { disabledAt: [subject.disabledAt?.toISOString() ?? null, null] },
      reason,
    }
  },
  audit: 'user.enabled',
})
