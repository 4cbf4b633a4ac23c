import { z } from 'zod'
import { command } from '../../transact.ts'
import {
  type Actor,
  canEverywhere,
  needs,
  type Permission,
  permissions,
  refuse,
  rolePermissions,
  type Verdict,
} from '../policy.ts'
import { announce } from './announce.ts'
import { globalId, line } from './inputs.ts'
import { hashSecret, newSecret } from './secrets.ts'
import { roleName } from './users.ts'

const dayMs = 86_400_000
/** Life of a token that names no end, and the longest that may be asked for, in days (LOCAL). */
const tokenDays = { usual: 365, longest: 730 } as const

const newToken = z.object({
  name: line(3, 80),
  role: roleName,
  scopes: z
    .array(z.enum(Object.keys(permissions) as [Permission, ...Permission[]]))
    .min(1)
    .max(50)
    .nullish(),
  expiresAt: z.date().nullish(),
})

/**
 * Makes an integrator's token. The secret is answered once and stored hashed. Without scopes it gets what the role holds today; a scope
 * outside the role, or an end more than two years away, is INVALID_INPUT. Nobody gives more than they hold for the whole city.
 */
export const createApiToken = command({
  input: newToken,
  load: async () => ({}),
  allow: (actor, _subject, now, { role, scopes, expiresAt }): Verdict => {
    const ofRole: readonly Permission[] = rolePermissions[role]
    const held = needs(actor, 'users.manage')
    if (held !== true) return held
    if (scopes?.some((scope) => !ofRole.includes(scope))) {
      return refuse('INVALID_INPUT', 'Ada cakupan yang bukan wewenang peran ini.', 'A scope lies outside this role.')
    }
    if (expiresAt && (expiresAt <= now || expiresAt.getTime() > now.getTime() + tokenDays.longest * dayMs)) {
      return refuse(
        'INVALID_INPUT',
        `Masa berlaku paling lama ${tokenDays.longest} hari.`,
        `A token lasts ${tokenDays.longest} days at most.`,
      )
    }
    const handed: readonly Permission[] = ['users.manage', ...(scopes ?? ofRole)]
    return (
      handed.every((permission) => canEverywhere(actor, permission)) ||
      refuse('FORBIDDEN', 'Anda tidak dapat memberi lebih dari wewenang Anda sendiri.', 'You cannot hand out more than you hold.')
    )
  },
  run: async ({ tx, input: { name, role, scopes, expiresAt }, actor, now }) => {
    const token = newSecret('tera_')
    const data = {
      name,
      role,
      tokenHash: hashSecret(token),
      scopes: [...new Set(scopes ?? rolePermissions[role])],
      createdById: actor.kind === 'USER' ? actor.id : null,
      createdAt: now,
      expiresAt: expiresAt ?? new Date(now.getTime() + tokenDays.usual * dayMs),
    }
    const { id } = await tx.apiToken.create({ data, select: { id: true } })
    return {
      result: { id, token },
      entity: { type: 'ApiToken', id },
      changes: {
        name: [null, name],
        role: [null, role],
        scopes: [null, data.scopes],
        expiresAt: [null, data.expiresAt.toISOString()],
      },
    }
  },
  audit: 'token.created',
})

/** Ends a token; it stops counting on its next request. */
export const revokeApiToken = command({
  input: z.object({ id: globalId('ApiToken') }),
  load: async (tx, { id }) => {
    await tx.$queryRaw`SELECT 1 FROM api_token WHERE id = ${id}::uuid FOR UPDATE`
    return tx.apiToken.findUnique({ where: { id } })
  },
  allow: (actor, token) => tokenActions(actor, token).REVOKE,
  run: async ({ tx, input: { id }, now }) => {
    await tx.apiToken.update({ where: { id }, data: { revokedAt: now } })
    await announce(tx, id)
    return { result: { id }, entity: { type: 'ApiToken', id }, changes: { revokedAt: [null, now.toISOString()] } }
  },
  audit: 'token.revoked',
})

/** What the actor may do with this token now. */
export function tokenActions(actor: Actor, token: { readonly createdById: string | null; readonly revokedAt: Date | null }) {
  const held = needs(actor, 'users.manage')
  const isOwn = actor.kind === 'USER' && actor.id === token.createdById
  const managed: Verdict =
    held === true && !isOwn && !canEverywhere(actor, 'users.manage')
      ? refuse('FORBIDDEN', 'Token ini di luar wewenang Anda.', 'This token lies outside your remit.')
      : held
  const revoked = refuse('WRONG_STATE', 'Token ini sudah dicabut.', 'The token has been revoked already.')
  return { REVOKE: managed !== true ? managed : token.revokedAt ? revoked : true } as const satisfies Record<string, Verdict>
}
