import type { Database } from '../../db.ts'
import { type Actor, type Permission, permissions } from '../policy.ts'
import { civilDate, nextMidnight } from '../rules/civil-date.ts'
import { isSessionOpen, isTokenOpen } from '../rules/session.ts'
import { grantsOn } from './users.ts'

type Reader = Database['prisma']

/** An actor as the database has it now, and the instant at which it must be read again at the latest. */
export type LoadedActor = {
  readonly actor: Actor
  /** User or token whose change makes this stale. */
  readonly subjectId: string
  readonly staleAt: Date
  /** True for an account of the demonstration, and for a token that one of them made. */
  readonly isDemo: boolean
  readonly lastUsedAt: Date | null
  readonly createdAt: Date
}

/** The person behind a session's secret; null when the session has ended or was revoked, or its user is disabled. One statement. */
export async function actorOfSession(db: Reader, tokenHash: string, now: Date): Promise<LoadedActor | null> {
  const session = await db.session.findUnique({
    where: { tokenHash },
    include: { user: { include: { grants: { where: grantsOn(civilDate(now)) } } } },
  })
  if (!session || !isSessionOpen(session, now)) return null
  const { user } = session
  return {
    actor: {
      kind: 'USER',
      id: user.id,
      label: user.displayName,
      employeeId: user.employeeId,
      sessionId: session.id,
      grants: user.grants.map(({ role, unitId }) => ({ role, unitId })),
      scopes: null,
      language: user.language === 'EN' ? 'en' : 'id',
    },
    subjectId: user.id,
    staleAt: earliest(nextMidnight(now), session.expiresAt),
    isDemo: user.isDemo,
    lastUsedAt: session.lastSeenAt,
    createdAt: session.createdAt,
  }
}

/** The integrator behind a token; null when it has ended or was revoked. One statement. */
export async function actorOfToken(db: Reader, tokenHash: string, now: Date): Promise<LoadedActor | null> {
  const token = await db.apiToken.findUnique({ where: { tokenHash }, include: { createdBy: { select: { isDemo: true } } } })
  if (!token || !isTokenOpen(token, now)) return null
  return {
    actor: {
      kind: 'TOKEN',
      id: token.id,
      label: token.name,
      employeeId: null,
      sessionId: null,
      grants: [{ role: token.role, unitId: null }],
      scopes: token.scopes.filter((scope): scope is Permission => Object.hasOwn(permissions, scope)),
      language: 'id',
    },
    subjectId: token.id,
    staleAt: earliest(nextMidnight(now), token.expiresAt),
    isDemo: token.createdBy?.isDemo ?? false,
    lastUsedAt: token.lastUsedAt,
    createdAt: token.createdAt,
  }
}

function earliest(one: Date, other: Date | null): Date {
  return other && other < one ? other : one
}
