import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'
import { standingChannel } from '../identity/commands/announce.ts'
import { hashSecret } from '../identity/commands/secrets.ts'
import { type Actor, anonymous } from '../identity/policy.ts'
import { actorOfSession, actorOfToken, type LoadedActor } from '../identity/queries/actors.ts'
import { sessionEnd } from '../identity/rules/session.ts'
import { NoticeLine } from '../live/notice-line.ts'

export const sessionCookie = 'tera_session'

/** An actor is read again after this time, in milliseconds; then its use is written down too. */
const freshMs = 60_000
const mostActors = 10_000

const bearer = /^Bearer (tera_[\w-]{43})$/
const cookieValue = new RegExp(`(?:^|;\\s*)${sessionCookie}=([\\w-]{43})(?:;|$)`)

type Kind = 'TOKEN' | 'USER'

type Entry = { readonly actor: Actor; readonly subjectId: string; readonly staleAt: number }

/**
 * Tells who is behind a request. On the hot path it costs no statement: actors are kept by the hash of their secret until something about
 * them changes. This process forgets at once by `forget`; others hear of the change from PostgreSQL (LISTEN), and while that line is down
 * nothing is kept, so that a withdrawn role never works longer than a notice travels.
 */
export class Authenticator {
  readonly #database: Database
  readonly #allowsDemo: boolean
  readonly #entries = new Map<string, Entry>()
  #generation = 0
  readonly #line: NoticeLine

  /** Without `allowsDemo` the accounts of the demonstration, whose passwords are printed, count as nobody. */
  constructor(database: Database, allowsDemo: boolean) {
    this.#database = database
    this.#allowsDemo = allowsDemo
    this.#line = new NoticeLine(database, {
      channels: [standingChannel],
      onNotice: (_channel, subjectId) => this.forget(subjectId || undefined),
      onUp: () => this.forget(),
      onDown: () => this.forget(),
    })
  }

  /** True while changes made by other processes are heard, and actors are therefore kept. */
  get isListening(): boolean {
    return this.#line.isUp
  }

  /**
   * The actor behind the `Authorization: Bearer` token or the session cookie; ANONYMOUS without either or when the session has ended.
   * Throws UNAUTHENTICATED for a token that is unknown, ended or revoked, and for any other kind of credentials.
   */
  authenticate(headers: IncomingHttpHeaders, now: Date): Actor | Promise<Actor> {
    const credentials = credentialsOf(headers)
    return credentials ? this.#find(credentials.secret, credentials.kind, now) : anonymous
  }

  /**
   * Who is behind the credentials now, read from the database, without counting as use: a stream that stands open keeps no session alive.
   * Throws like `authenticate`.
   */
  async reread(headers: IncomingHttpHeaders, now: Date): Promise<Actor> {
    const credentials = credentialsOf(headers)
    if (!credentials) return anonymous
    const { secret, kind } = credentials
    const loaded = await this.#read(hashSecret(secret), kind, now)
    return loaded && (this.#allowsDemo || !loaded.isDemo) ? loaded.actor : nobody(kind)
  }

  /** Forgets one user, session or token, or everybody. */
  forget(subjectId?: string): void {
    this.#generation += 1
    if (subjectId === undefined) this.#entries.clear()
    for (const [hash, entry] of this.#entries) if (entry.subjectId === subjectId) this.#entries.delete(hash)
  }

  /** Begins to hear changes made by other processes; goes on trying until `close`. Resolves after the first attempt. */
  listen(): Promise<void> {
    return this.#line.open()
  }

  async close(): Promise<void> {
    await this.#line.close()
    this.forget()
  }

  #find(secret: string, kind: 'USER' | 'TOKEN', now: Date): Actor | Promise<Actor> {
    const hash = hashSecret(secret)
    const entry = this.#entries.get(hash)
    return entry && entry.staleAt > now.getTime() ? entry.actor : this.#load(hash, kind, now)
  }

  async #load(hash: string, kind: 'USER' | 'TOKEN', now: Date): Promise<Actor> {
    const generation = this.#generation
    const loaded = await this.#read(hash, kind, now)
    if (!loaded || (loaded.isDemo && !this.#allowsDemo)) {
      this.#entries.delete(hash)
      return nobody(kind)
    }
    if (!loaded.lastUsedAt || now.getTime() - loaded.lastUsedAt.getTime() >= freshMs) await this.#touch(loaded, now)
    // What was read before a change became known must not be kept after it.
    if (this.isListening && generation === this.#generation) {
      if (this.#entries.size >= mostActors) this.#entries.clear()
      const staleAt = Math.min(loaded.staleAt.getTime(), now.getTime() + freshMs)
      this.#entries.set(hash, { actor: loaded.actor, subjectId: loaded.subjectId, staleAt })
    }
    return loaded.actor
  }

  #read(hash: string, kind: Kind, now: Date): Promise<LoadedActor | null> {
    const read = kind === 'TOKEN' ? actorOfToken : actorOfSession
    return read(this.#database.prisma, hash, now)
  }

  async #touch({ actor, subjectId, createdAt }: LoadedActor, now: Date): Promise<void> {
    const { session, apiToken } = this.#database.prisma
    if (actor.sessionId === null) await apiToken.updateMany({ where: { id: subjectId }, data: { lastUsedAt: now } })
    else {
      const data = { lastSeenAt: now, expiresAt: sessionEnd({ createdAt }, now) }
      await session.updateMany({ where: { id: actor.sessionId, revokedAt: null }, data })
    }
  }
}

function credentialsOf({ authorization, cookie }: IncomingHttpHeaders): { secret: string; kind: Kind } | null {
  if (authorization !== undefined) {
    const token = bearer.exec(authorization)?.[1]
    if (!token) throw unknownToken()
    return { secret: token, kind: 'TOKEN' }
  }
  const secret = cookie === undefined ? undefined : cookieValue.exec(cookie)?.[1]
  return secret ? { secret, kind: 'USER' } : null
}

/** What credentials are worth that nobody stands behind: a person is a stranger, a program is told that its token is no good. */
function nobody(kind: Kind): Actor {
  if (kind === 'TOKEN') throw unknownToken()
  return anonymous
}

function unknownToken(): DomainError {
  return new DomainError('UNAUTHENTICATED', {
    id: 'Token tidak dikenal, sudah berakhir atau dicabut.',
    en: 'The token is unknown, has ended or was revoked.',
  })
}
