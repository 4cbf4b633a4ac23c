import type { Database } from './db.ts'
import { DomainError } from './errors.ts'
import { standingChannel } from './identity/commands/announce.ts'
import { type Actor, can } from './identity/policy.ts'
import { NoticeLine } from './live/notice-line.ts'
import { Subscriber } from './live/subscriber.ts'
import { changesChannel, type Topic, topics, topicsOf } from './live/topics.ts'

export type Change = { readonly topic: Topic; readonly at: Date }

export type LiveBounds = {
  /** Most streams of one session or token: the windows of one browser share it. */
  readonly perSession: number
  /** Most streams of this process. */
  readonly all: number
}

export const usualLive: LiveBounds = { perSession: 6, all: 1_000 }

/** Changes of so many milliseconds are told together: an import tells of itself with each part that it writes. */
const gatherMs = 200
/** A session that ended by its time is noticed within this time. */
const recheckMs = 60_000

/** Reads again who is behind a stream, without counting it as use; ANONYMOUS when the session has ended. Rejects when a token has. */
export type Recheck = () => Promise<Actor>

type Stream = { readonly actor: Actor; readonly topics: readonly Topic[]; readonly recheck: Recheck }

/**
 * Tells those who listen that something of a kind changed, never what: they read it again with their own rights. All processes hear it
 * from PostgreSQL. A stream ends when its session or token is revoked, expires, or loses a permission that a topic needs.
 */
export class Live {
  readonly #bounds: LiveBounds
  readonly #now: () => Date
  readonly #line: NoticeLine
  readonly #streams = new Map<Subscriber<Topic, Change>, Stream>()
  readonly #gathered = new Set<Topic>()
  readonly #timer: NodeJS.Timeout
  #gather: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(database: Database, now: () => Date, bounds: LiveBounds) {
    this.#now = now
    this.#bounds = bounds
    this.#line = new NoticeLine(database, {
      channels: [changesChannel, standingChannel],
      onNotice: (channel, payload) => {
        if (channel === changesChannel) this.#tell(topicsOf(payload))
        else void this.#recheckAll(payload)
      },
      // What was missed while the line was down is read again, and so is who may still listen.
      onUp: () => {
        this.#tell(Object.keys(topics) as Topic[])
        void this.#recheckAll('')
      },
    })
    this.#timer = setInterval(() => void this.#recheckAll(''), recheckMs).unref()
  }

  /** Streams that are open in this process. */
  get size(): number {
    return this.#streams.size
  }

  /** True while changes are heard. */
  get isListening(): boolean {
    return this.#line.isUp
  }

  listen(): Promise<void> {
    return this.#line.open()
  }

  /**
   * Opens a stream of changes; each topic is told at most once until it was taken. Throws FORBIDDEN for a topic that the actor may not
   * hear of, TOO_MANY_REQUESTS for one stream too many of a session, UNAVAILABLE when the process has no room or is closing.
   */
  hear(actor: Actor, asked: readonly Topic[], recheck: Recheck): AsyncIterableIterator<Change> {
    if (!mayHear(actor, asked)) {
      throw new DomainError('FORBIDDEN', { id: 'Anda tidak berwenang mengikuti ini.', en: 'You may not follow this.' })
    }
    const key = keyOf(actor)
    const own = [...this.#streams.values()].filter((stream) => keyOf(stream.actor) === key)
    if (own.length >= this.#bounds.perSession) {
      const sentence = { id: 'Terlalu banyak jendela mengikuti perubahan.', en: 'Too many windows follow the changes.' }
      throw new DomainError('TOO_MANY_REQUESTS', sentence, {}, 30)
    }
    if (this.#isClosed || this.#streams.size >= this.#bounds.all) throw new DomainError('UNAVAILABLE')
    const subscriber = new Subscriber<Topic, Change>(
      (topic) => ({ topic, at: this.#now() }),
      () => this.#streams.delete(subscriber),
    )
    this.#streams.set(subscriber, { actor, topics: [...new Set(asked)], recheck })
    return subscriber
  }

  /** Ends every stream, so that nobody waits for this process. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    clearTimeout(this.#gather)
    for (const subscriber of this.#streams.keys()) subscriber.end()
    await this.#line.close()
  }

  #tell(changed: readonly Topic[]): void {
    if (this.#streams.size === 0) return
    for (const topic of changed) this.#gathered.add(topic)
    this.#gather ??= setTimeout(() => {
      this.#gather = undefined
      for (const [subscriber, { topics: followed }] of this.#streams) {
        for (const topic of this.#gathered) if (followed.includes(topic)) subscriber.put(topic)
      }
      this.#gathered.clear()
    }, gatherMs).unref()
  }

  /** Looks again at the streams of one user or token, or with an empty id at all of them. */
  async #recheckAll(subjectId: string): Promise<void> {
    const touched = [...this.#streams].filter(([, { actor }]) => subjectId === '' || idsOf(actor).includes(subjectId))
    for (const [subscriber, { actor, topics: followed, recheck }] of touched) {
      // A database out of reach proves nothing; the next look does.
      const current = await recheck().catch((error: unknown) => (isRefusal(error) ? null : actor))
      if (current === null || keyOf(current) !== keyOf(actor) || !mayHear(current, followed)) subscriber.end()
    }
  }
}

function mayHear(actor: Actor, asked: readonly Topic[]): boolean {
  return actor.kind !== 'ANONYMOUS' && asked.every((topic) => topics[topic].needs === null || can(actor, topics[topic].needs))
}

function keyOf({ kind, sessionId, id }: Actor): string {
  return `${kind} ${sessionId ?? id}`
}

function idsOf({ id, sessionId }: Actor): readonly (string | null)[] {
  return [id, sessionId]
}

function isRefusal(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'UNAUTHENTICATED'
}
