/** A session ends when it is not used for twelve hours, and seven days after the sign-in in any case (LOCAL). */
const sessionLife = { idleMs: 12 * 3_600_000, absoluteMs: 7 * 86_400_000 } as const

/** When a session ends that is used now: each use moves the end, up to the absolute limit. */
export function sessionEnd(session: { readonly createdAt: Date }, now: Date): Date {
  return new Date(Math.min(now.getTime() + sessionLife.idleMs, session.createdAt.getTime() + sessionLife.absoluteMs))
}

/** True while the session counts: not revoked, not ended, and its user may sign in. */
export function isSessionOpen(
  session: { readonly revokedAt: Date | null; readonly expiresAt: Date; readonly user: { readonly disabledAt: Date | null } },
  now: Date,
): boolean {
  return session.revokedAt === null && session.expiresAt > now && session.user.disabledAt === null
}

/** True while the token counts: not revoked and not past its end. */
export function isTokenOpen(token: { readonly revokedAt: Date | null; readonly expiresAt: Date | null }, now: Date): boolean {
  return token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now)
}

/** A coarse name of the device for the list of sessions and the audit trail; never the whole header, which would single out a person. */
export function deviceOf(userAgent: string | undefined): string {
  if (!userAgent) return 'unknown'
  const browser = /\b(Edg|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1]
  if (!browser) return /^[\w.-]{1,30}/.exec(userAgent)?.[0] ?? 'unknown'
  const name = browser === 'Edg' ? 'Edge' : browser
  return `${name} (${/Mobi|Android/.test(userAgent) ? 'phone' : 'computer'})`
}
