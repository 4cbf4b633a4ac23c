import type { Database } from '../../db.ts'
import { DomainError } from '../../errors.ts'
import { execute } from '../../transact.ts'
import { type Actor, anonymous } from '../policy.ts'
import { actorOfSession } from '../queries/actors.ts'
import { hashSecret, isPassword, newSecret } from './secrets.ts'
import { openSession } from './sessions.ts'
import type { SignInThrottle } from './throttle.ts'

/** Where a visit comes from, and how its session cookie is set or cleared. */
export type Door = {
  /** Network address of the visitor, for throttling only. */
  readonly address: string
  readonly throttle: SignInThrottle
  /** False in production: the accounts of the demonstration, whose passwords are printed, are then refused like unknown ones. */
  readonly allowsDemo: boolean
  /** Sets the cookie to this secret until this instant, or clears it. */
  readonly setCookie: (session: { readonly secret: string; readonly expiresAt: Date } | null) => void
}

/**
 * Signs a person in by username or NIP and password. The answer and the work are the same whether the account is unknown, disabled or
 * the password wrong (UNAUTHENTICATED); too many tries are TOO_MANY_REQUESTS. Sets the cookie and answers who is now signed in.
 */
export async function signIn(
  database: Database,
  door: Door,
  input: { readonly identifier: string; readonly password: string },
  { now, device = 'unknown' }: { readonly now: Date; readonly device?: string | undefined },
): Promise<Actor> {
  const account = input.identifier.trim().toLowerCase().slice(0, 100)
  await door.throttle.admit(account, door.address)
  const user = await database.prisma.user.findFirst({
    where: { OR: [{ username: account }, { employee: { nip: account } }] },
    select: { id: true, displayName: true, passwordHash: true, disabledAt: true, isDemo: true },
  })
  const isRight = await isPassword(user?.passwordHash, input.password.slice(0, 200))
  if (!user || !isRight || user.disabledAt || (user.isDemo && !door.allowsDemo)) throw refused()
  await door.throttle.forgive(account, door.address)
  const secret = newSecret()
  const tokenHash = hashSecret(secret)
  const { expiresAt } = await execute(
    database,
    openSession,
    { tokenHash, device, checkedHash: user.passwordHash },
    { actor: { ...anonymous, kind: 'USER', id: user.id, label: user.displayName }, now, device },
  )
  const loaded = await actorOfSession(database.prisma, tokenHash, now)
  if (!loaded) throw refused()
  door.setCookie({ secret, expiresAt })
  return loaded.actor
}

function refused(): DomainError {
  return new DomainError('UNAUTHENTICATED', {
    id: 'Nama pengguna/NIP atau kata sandi tidak cocok.',
    en: 'The username or NIP and the password do not match.',
  })
}
