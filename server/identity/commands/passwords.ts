import { z } from 'zod'
import { command, type Transaction } from '../../transact.ts'
import { refuse, userActions } from '../policy.ts'
import { managedUser } from '../queries/users.ts'
import { civilDate } from '../rules/civil-date.ts'
import { announce } from './announce.ts'
import { globalId, newPasswordText, reason } from './inputs.ts'
import { hashPassword, isPassword, newPassword } from './secrets.ts'

/** Changes one's own password, which must be given once more, and ends one's other sessions. INVALID_INPUT when the present one is wrong. */
export const changePassword = command({
  input: z.object({ currentPassword: z.string().max(200), newPassword: newPasswordText }),
  load: async (tx, { currentPassword }, actor) => {
    if (actor.kind !== 'USER' || actor.id === null) return { id: '', isRight: false, isPerson: false }
    await tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ${actor.id}::uuid FOR UPDATE`
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { id: true, passwordHash: true } })
    return { id: user.id, isRight: await isPassword(user.passwordHash, currentPassword), isPerson: true }
  },
  allow: (_actor, { isRight, isPerson }) => {
    if (!isPerson)
      return refuse(
        'FORBIDDEN',
        'Hanya pengguna yang masuk dapat mengganti kata sandinya.',
        'Only a person who is signed in has a password.',
      )
    return isRight || refuse('INVALID_INPUT', 'Kata sandi sekarang tidak cocok.', 'The present password is not right.')
  },
  run: async ({ tx, input, subject: { id }, actor, now }) => {
    await replacePassword(tx, id, input.newPassword, now, actor.sessionId)
    return { result: true, entity: { type: 'User', id } }
  },
  audit: 'user.passwordChanged',
})

/** Gives another user a new password, answered once, and ends all their sessions. */
export const resetPassword = command({
  input: z.object({ id: globalId('User'), reason }),
  load: (tx, { id }, _actor, now) => managedUser(tx, id, civilDate(now)),
  allow: (actor, user) => userActions(actor, user).RESET_PASSWORD,
  run: async ({ tx, input: { id, reason }, now }) => {
    const password = newPassword()
    await replacePassword(tx, id, password, now, null)
    return { result: { id, password }, entity: { type: 'User', id }, reason }
  },
  audit: 'user.passwordReset',
})

async function replacePassword(
  tx: Transaction,
  userId: string,
  password: string,
  now: Date,
  keptSessionId: string | null,
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(password) } })
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keptSessionId ? { NOT: { id: keptSessionId } } : {}) },
    data: { revokedAt: now },
  })
  await announce(tx, userId)
}
