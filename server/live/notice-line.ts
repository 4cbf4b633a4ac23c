import pg from 'pg'
import type { Database } from '../db.ts'

const heartbeatMs = 2_000
const reconnectMs = 500

export type NoticeHandlers = {
  readonly channels: readonly string[]
  /** A notice of one of the channels; the payload is empty where none was given. */
  readonly onNotice: (channel: string, payload: string) => void
  /** The line stands, or was lost: in between notices may have been missed. */
  readonly onUp?: () => void
  readonly onDown?: () => void
}

/**
 * A connection that hears what PostgreSQL tells on channels (LISTEN). A silent line would hide changes: it must answer every two seconds,
 * and a lost one is opened anew until `close`.
 */
export class NoticeLine {
  readonly #database: Database
  readonly #handlers: NoticeHandlers
  #line: pg.Client | undefined
  #isUp = false
  #isClosed = false
  #timer: NodeJS.Timeout | undefined

  constructor(database: Database, handlers: NoticeHandlers) {
    this.#database = database
    this.#handlers = handlers
  }

  /** True while every notice is heard. */
  get isUp(): boolean {
    return this.#isUp
  }

  /** Resolves after the first attempt; a database out of reach only means that nothing is heard yet. */
  async open(): Promise<void> {
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
    line.on('notification', ({ channel, payload }) => this.#handlers.onNotice(channel, payload ?? ''))
    try {
      await line.connect()
      for (const channel of this.#handlers.channels) await line.query(`LISTEN ${line.escapeIdentifier(channel)}`)
      if (this.#isClosed || this.#line !== line) return
      this.#handlers.onUp?.()
      this.#isUp = true
      this.#beat(line)
    } catch {
      this.#lose(line)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#isUp = false
    clearTimeout(this.#timer)
    await this.#line?.end()
  }

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
    this.#isUp = false
    this.#handlers.onDown?.()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.open(), reconnectMs).unref()
    line.end().catch(() => undefined)
  }
}
