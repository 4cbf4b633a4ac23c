import { z } from 'zod'
import { command } from '../../transact.ts'
import { grantActions, mayGrant, mayManage, refuse, type Verdict } from '../policy.ts'
import { staysAdministered } from '../queries/administrators.ts'
import { managedUser, unitPath } from '../queries/users.ts'
import { civilDate, dayBefore } from '../rules/civil-date.ts'
import { lockAdministrators } from './administrators.ts'
import { announce } from './announce.ts'
import { globalId, reason } from './inputs.ts'
import { roleName } from './users.ts'

const grant = z
  .object({
    userId: globalId('User'),
    role: roleName,
    unitId: globalId('Unit').nullish(),
    validFrom: z.date().nullish(),
    validTo: z.date().nullish(),
    reason,
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, { path: ['validTo'] })

/**
 * Grants a role for the whole city or for a unit and everything below it, from today or from a later day on. Nobody grants more than
 * they hold (FORBIDDEN); the same role for the same unit at the same time is a CONFLICT.
 */
export const grantRole = command({
  input: grant,
  load: async (tx, { userId, role, unitId, validFrom, validTo }, _actor, now) => {
    const user = await managedUser(tx, userId, civilDate(now))
    const unitIds = unitId ? await unitPath(tx, unitId) : null
    if (!user || (unitId && !unitIds)) return null
    const from = validFrom ?? civilDate(now)
    const overlapping = await tx.roleGrant.count({
      where: {
        userId,
        role,
        unitId: unitId ?? null,
        ...(validTo ? { validFrom: { lte: validTo } } : {}),
        OR: [{ validTo: null }, { validTo: { gte: from } }],
      },
    })
    return { user, unitIds, from, isHeld: overlapping > 0 }
  },
  allow: (actor, { user, unitIds, from, isHeld }, now, { role, validTo }): Verdict => {
    const managed = mayManage(actor, user)
    const granted = managed === true ? mayGrant(actor, role, unitIds) : managed
    if (granted !== true) return granted
    if (from < civilDate(now)) {
      return refuse('INVALID_INPUT', 'Peran tidak dapat berlaku surut.', 'A role cannot begin in the past.')
    }
    if (validTo && validTo < from)
      return refuse('INVALID_INPUT', 'Peran berakhir sebelum mulai.', 'The role ends before it begins.')
    return isHeld ? refuse('CONFLICT', 'Peran ini sudah dimiliki pada masa itu.', 'The role is held in that time already.') : true
  },
  run: async ({ tx, input, subject, now }) => {
    const data = {
      userId: input.userId,
      role: input.role,
      unitId: input.unitId ?? null,
      validFrom: subject.from,
      validTo: input.validTo ?? null,
      createdAt: now,
    }
    const { id } = await tx.roleGrant.create({ data, select: { id: true } })
    await announce(tx, input.userId)
    return {
      result: { userId: input.userId },
      entity: { type: 'User', id: input.userId },
      changes: {
        grant: [
          null,
          { id, role: input.role, unitId: data.unitId, validFrom: isoDate(data.validFrom), validTo: isoDate(data.validTo) },
        ],
      },
      reason: input.reason,
    }
  },
  audit: 'role.granted',
})

/** Takes a role away at once: it counts until yesterday. The last administrator of the city keeps theirs (WRONG_STATE). */
export const withdrawRole = command({
  input: z.object({ id: globalId('RoleGrant'), reason }),
  load: async (tx, { id }, _actor, now) => {
    await lockAdministrators(tx)
    const found = await tx.roleGrant.findUnique({ where: { id }, select: { userId: true } })
    const user = found && (await managedUser(tx, found.userId, civilDate(now)))
    const row = await tx.roleGrant.findUnique({ where: { id } })
    if (!user || !row) return null
    return {
      user,
      row,
      unitIds: row.unitId ? await unitPath(tx, row.unitId) : null,
      staysAdministered:
        row.role === 'ADMIN' && row.unitId === null ? await staysAdministered(tx, civilDate(now), { grantId: id }) : true,
    }
  },
  allow: (actor, { user, row, unitIds, staysAdministered }, now) =>
    grantActions(actor, user, { ...row, unitIds }, staysAdministered, civilDate(now)).WITHDRAW_ROLE,
  run: async ({ tx, input: { id, reason }, subject: { row }, now }) => {
    const validTo = dayBefore(civilDate(now))
    await tx.roleGrant.update({ where: { id }, data: { validTo } })
    await announce(tx, row.userId)
    return {
      result: { userId: row.userId },
      entity: { type: 'User', id: row.userId },
      changes: {
        grant: [
          { id, role: row.role, unitId: row.unitId, validTo: isoDate(row.validTo) },
          { id, validTo: isoDate(validTo) },
        ],
      },
      reason,
    }
  },
  audit: 'role.withdrawn',
})

function isoDate(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}
