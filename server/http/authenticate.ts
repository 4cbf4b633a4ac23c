import type { IncomingHttpHeaders } from 'node:http'
import pg from 'pg'
import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'
import { standingChannel } from '../identity/commands/announce.ts'
import { hashSecret } from '../identity/commands/secrets.ts'
import { type Actor, anonymous } from '../identity/policy.ts'
import { actorOfSession, actorOfToken, type LoadedActor } from '../identity/queries/actors.ts'
import { sessionEnd } from '../identity/rules/session.ts'

export const sessionCookie = 'tera_session'

/** An actor is read again after this time, in milliseconds; then its use is written down too. */
const freshMs = 60_000
const mostActors = 10_000
const heartbeatMs = 2_000
const reconnectMs = 500

const bearer = /^Bearer (tera_[\w-]{43})$/
const cookieValue = new RegExp(`(?:^|;\\s*)${sessionCookie}=([\\w-]{43})(?:;|$)`)

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
  #line: pg.Client | undefined
  #isListening = false
  #isClosed = false
  #timer: NodeJS.Timeout | undefined

  /** Without `allowsDemo` the accounts of the demonstration, whose passwords are printed, count as nobody. */
  constructor(database: Database, allowsDemo: boolean) {
    this.#database = database
    this.#allowsDemo = allowsDemo
  }

  /** True while changes made by other processes are heard, and actors are therefore kept. */
  get isListening(): boolean {
    return this.#isListening
  }

  /**
   * The actor behind the `Authorization: Bearer` token or the session cookie; ANONYMOUS without either or when the session has ended.
   * Throws UNAUTHENTICATED for a token that is unknown, ended or revoked, and for any other kind of credentials.
   */
  authenticate(headers: IncomingHttpHeaders, now: Date): Actor | Promise<Actor> {
    const { authorization, cookie } = headers
    if (authorization !== undefined) {
      const token = bearer.exec(authorization)?.[1]
      if (!token) throw unknownToken()
      return this.#find(token, 'TOKEN', now)
    }
    const secret = cookie === undefined ? undefined : cookieValue.exec(cookie)?.[1]
    return secret ? this.#find(secret, 'USER', now) : anonymous
  }

  /** Forgets one user, session or token, or everybody. */
  forget(subjectId?: string): void {
    this.#generation += 1
    if (subjectId === undefined) this.#entries.clear()
    for (const [hash, entry] of this.#entries) if (entry.subjectId === subjectId) this.#entries.delete(hash)
  }

  /** Begins to hear changes made by other processes; goes on trying until `close`. Resolves after the first attempt. */
  async listen(): Promise<void> {
    if (this.#isClosed) return
    const { connectionString, options } = this.#database.pool.options
    const line = new pg.Client({
      connectionString,
      options,
      connectionTimeoutMillis: 3_000,
      query_timeout: heartbeatMs,
      keepAlive: true,
    })
    this.#line = line
    line.on('error', () => this.#lose(line))
    line.on('end', () => this.#lose(line))
    line.on('notification', ({ payload }) => this.forget(payload || undefined))
    try {
      await line.connect()
      await line.query(`LISTEN ${standingChannel}`)
      if (this.#isClosed || this.#line !== line) return
      this.forget()
      this.#isListening = true
      this.#beat(line)
    } catch {
      // A database out of reach shows in the answers of the requests; here it only means that nothing is kept.
      this.#lose(line)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#isListening = false
    clearTimeout(this.#timer)
    this.forget()
    await this.#line?.end()
  }

  /** A silent line would hide changes: it must answer every two seconds. */
  #beat(line: pg.Client): void {
    this.#timer = setTimeout(() => {
      line.query('SELECT 1').then(
        () => !this.#isClosed && this.#line === line && this.#beat(line),
        () => this.#lose(line),
      )
    }, heartbeatMs).unref()
  }

  #lose(line: pg.Client): void {
    if (this.#isClosed || this.#line !== line) return
    this.#line = undefined
    this.#isListening = false
    this.forget()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.listen(), reconnectMs).unref()
    line.end().catch(() => undefined)
  }

  #find(secret: string, kind: 'USER' | 'TOKEN', now: Date): Actor | Promise<Actor> {
    const hash = hashSecret(secret)
    const entry = this.#entries.get(hash)
    return entry && entry.staleAt > now.getTime() ? entry.actor : this.#load(hash, kind, now)
  }

  async #load(hash: string, kind: 'USER' | 'TOKEN', now: Date): Promise<Actor> {
    const generation = this.#generation
    const read = kind === 'TOKEN' ? actorOfToken : actorOfSession
    const loaded = await read(this.#database.prisma, hash, now)
    if (!loaded || (loaded.isDemo && !this.#allowsDemo)) {
      this.#entries.delete(hash)
      if (kind === 'TOKEN') throw unknownToken()
      return anonymous
    }
    if (!loaded.lastUsedAt || now.getTime() - loaded.lastUsedAt.getTime() >= freshMs) await this.#touch(loaded, now)
    // What was read before a change became known must not be kept after it.
    if (this.#isListening && generation === this.#generation) {
      if (this.#entries.size >= mostActors) this.#entries.clear()
      const staleAt = Math.min(loaded.staleAt.getTime(), now.getTime() + freshMs)
      this.#entries.set(hash, { actor: loaded.actor, subjectId: loaded.subjectId, staleAt })
    }
    return loaded.actor
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

function unknownToken(): DomainError {
  return new DomainError('UNAUTHENTICATED', {
    id: 'Token tidak dikenal, sudah berakhir atau dicabut.',
    en: 'The token is unknown, has ended or was revoked.',
  })
}
