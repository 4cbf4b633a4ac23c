import type { Database } from './db.ts'
import { Prisma, type ViewedPart } from './generated/prisma/client.ts'
import type { Actor } from './identity/policy.ts'
import { newId } from './new-id.ts'
import { unnest } from './unnest.ts'

/** What was read: a part of a record that is about one person. */
export type View = {
  readonly part: ViewedPart
  readonly entityType: 'Employee' | 'Appraisal'
  readonly entityId: string
  readonly employeeId: string
}

type Row = View & { readonly at: Date; readonly actor: Actor; readonly device: string | undefined }

const hourMs = 3_600_000
const bounds = { batch: 1_000, remembered: 100_000, waiting: 200_000, delayMs: 250, retryMs: 2_000, attempts: 5 } as const

/**
 * The list of those who saw a person's restricted data (PDP, UU 27/2022 art. 32). A read leaves its row here and goes on; rows are written a
 * moment later, many at a time, and what waits is written before the server ends. One row tells of a reader, a record, a part and an hour:
 * repeats are dropped here, and by the table where another process was first.
 */
export class RecordViews {
  readonly #database: Pick<Database, 'prisma'>
  readonly #report: (error: unknown) => void
  readonly #remembered = new Set<string>()
  #hour = 0
  #waiting: Row[] = []
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(database: Pick<Database, 'prisma'>, report: (error: unknown) => void) {
    this.#database = database
    this.#report = report
  }

  /** Notes that the actor saw this. People read their own data unrecorded; the command line and jobs read for nobody. */
  note(actor: Actor, view: View, at: Date, device: string | undefined): void {
    if ((actor.kind !== 'USER' && actor.kind !== 'TOKEN') || actor.employeeId === view.employeeId) return
    const hour = Math.floor(at.getTime() / hourMs)
    if (hour !== this.#hour || this.#remembered.size >= bounds.remembered) {
      this.#hour = hour
      this.#remembered.clear()
    }
    const key = `${actor.id}${view.part}${view.entityId}`
    if (this.#remembered.has(key)) return
    this.#remembered.add(key)
    this.#waiting.push({ ...view, at, actor, device })
    this.#timer ??= setTimeout(() => void this.flush(), bounds.delayMs).unref()
  }

  /** Writes what waits. What could not be written is reported, stays, and is tried again. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(async () => {
      while (this.#waiting.length > 0) {
        const rows = this.#waiting.slice(0, bounds.batch)
        try {
          await this.#write(rows)
        } catch (error) {
          this.#keepForLater(error)
          return
        }
        this.#waiting = this.#waiting.slice(rows.length)
      }
    })
    return this.#writing
  }

  /** Writes everything before the server ends; tries for a few moments when the database does not answer. */
  async close(): Promise<void> {
    for (let attempt = 1; attempt <= bounds.attempts; attempt += 1) {
      await this.flush()
      if (this.#waiting.length === 0) break
    }
    clearTimeout(this.#timer)
    if (this.#waiting.length > 0) this.#report(new Error(`${this.#waiting.length} reads could not be recorded.`))
  }

  #keepForLater(error: unknown): void {
    this.#report(error)
    const tooMany = this.#waiting.length - bounds.waiting
    if (tooMany > 0) {
      this.#waiting = this.#waiting.slice(tooMany)
      this.#report(new Error(`${tooMany} reads were not recorded: the database has been out of reach for too long.`))
    }
    this.#timer ??= setTimeout(() => void this.flush(), bounds.retryMs).unref()
  }

  async #write(rows: readonly Row[]): Promise<void> {
    await this.#database.prisma.$executeRaw(Prisma.sql`
      INSERT INTO record_view (id, at, actor_kind, actor_id, actor_label, role, entity_type, entity_id, part, employee_id, device, hour)
      SELECT "row".id, "row".at, "row".actor_kind, "row".actor_id, "row".actor_label, "row".role, "row".entity_type, "row".entity_id, "row".part,
        "row".employee_id, "row".device, date_trunc('hour', "row".at)
      FROM ${unnest(rows, {
        id: ['uuid', () => newId()],
        at: ['timestamptz', ({ at }) => at.toISOString()],
        actor_kind: ['text', ({ actor }) => actor.kind],
        actor_id: ['uuid', ({ actor }) => actor.id],
        actor_label: ['text', ({ actor }) => actor.label],
        role: ['text', ({ actor }) => [...new Set(actor.grants.map(({ role }) => role))].join(' ') || null],
        entity_type: ['text', ({ entityType }) => entityType],
        entity_id: ['uuid', ({ entityId }) => entityId],
        part: ['viewed_part', ({ part }) => part],
        employee_id: ['uuid', ({ employeeId }) => employeeId],
        device: ['text', ({ device }) => device ?? null],
      })}
      ON CONFLICT DO NOTHING`)
  }
}
