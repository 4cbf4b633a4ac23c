import { z } from 'zod'
import { command } from '../../transact.ts'
import { refuse, sessionActions } from '../policy.ts'
import { managedUser } from '../queries/users.ts'
import { civilDate } from '../rules/civil-date.ts'
import { sessionEnd } from '../rules/session.ts'
import { announce } from './announce.ts'
import { globalId } from './inputs.ts'

/**
 * Opens a session for the user who is the actor and whose password was just found right. Refused when the user was disabled or the
 * password changed in between.
 */
export const openSession = command({
  input: z.object({ tokenHash: z.string(), device: z.string(), checkedHash: z.string() }),
  load: (tx, _input, actor) =>
    tx.user.findUnique({ where: { id: actor.id ?? '' }, select: { id: true, disabledAt: true, passwordHash: true } }),
  allow: (_actor, user, _now, { checkedHash }) =>
    (user.disabledAt === null && user.passwordHash === checkedHash) ||
    refuse('UNAUTHENTICATED', 'Silakan masuk kembali.', 'Please sign in again.'),
  run: async ({ tx, input: { tokenHash, device }, subject: { id: userId }, now }) => {
    const expiresAt = sessionEnd({ createdAt: now }, now)
    const { id } = await tx.session.create({
      data: { userId, tokenHash, device, createdAt: now, lastSeenAt: now, expiresAt },
      select: { id: true },
    })
    return { result: { id, expiresAt }, entity: { type: 'Session', id } }
  },
  audit: 'user.signedIn',
})

/** Ends the session of this request. */
export const signOut = command({
  input: z.object({}),
  load: async (tx, _input, actor) => {
    if (!actor.sessionId) return { row: null }
    await tx.$queryRaw`SELECT 1 FROM session WHERE id = ${actor.sessionId}::uuid FOR UPDATE`
    return { row: await tx.session.findUnique({ where: { id: actor.sessionId } }) }
  },
  allow: (_actor, { row }) =>
    (row !== null && row.revokedAt === null) ||
    refuse('UNAUTHENTICATED', 'Tidak ada sesi yang terbuka.', 'There is no open session.'),
  run: async ({ tx, subject: { row }, now }) => {
    const { id, userId } = row as NonNullable<typeof row>
    await tx.session.update({ where: { id }, data: { revokedAt: now } })
    await announce(tx, userId)
    return { result: true, entity: { type: 'Session', id } }
  },
  audit: 'user.signedOut',
})

/** Ends a session: one's own on another device, or that of a user whom the actor manages. It stops counting on its next request. */
export const revokeSession = command({
  input: z.object({ id: globalId('Session') }),
  load: async (tx, { id }, _actor, now) => {
    await tx.$queryRaw`SELECT 1 FROM session WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.session.findUnique({ where: { id } })
    const user = row && (await managedUser(tx, row.userId, civilDate(now)))
    return user && { row, user }
  },
  allow: (actor, { row, user }) => sessionActions(actor, user, row).REVOKE,
  run: async ({ tx, input: { id }, subject: { user }, now }) => {
    await tx.session.update({ where: { id }, data: { revokedAt: now } })
    await announce(tx, user.id)
    return { result: { id }, entity: { type: 'Session', id }, changes: { revokedAt: [null, now.toISOString()] } }
  },
  audit: 'session.revoked',
})
