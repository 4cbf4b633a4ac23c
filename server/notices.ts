import { Prisma } from './generated/prisma/client.ts'
import { newId } from './new-id.ts'
import type { NoticeKind } from './notice-kinds.ts'
import type { Entity, Transaction } from './transact.ts'
import { unnest } from './unnest.ts'

export type NewNotice = {
  /** A person by their account or by the employee behind it; an employee without an account is told nothing. */
  readonly to: { readonly userId: string } | { readonly employeeId: string }
  readonly kind: NoticeKind
  /** Values of the sentence, as text that is ready to be read in both languages. */
  readonly params: Readonly<Record<string, string>>
  readonly entity: Entity
  /** Last instant for what is asked; null when nothing is asked. */
  readonly dueAt?: Date | null
  /** What happened, such as the id and revision of the record: the same cause never tells one person twice. */
  readonly cause: string
}

/** Tells people something, in the transaction of what caused it: both are stored, or neither. */
export async function notify(tx: Pick<Transaction, '$executeRaw'>, notices: readonly NewNotice[], now: Date): Promise<void> {
  if (notices.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO notice (id, user_id, kind, params, entity_type, entity_id, due_at, dedupe_key, created_at)
    SELECT "row".id, u.id, "row".kind, "row".params::jsonb, "row".entity_type, "row".entity_id, "row".due_at, ${dedupeKey}, ${now}
    FROM ${addressed(notices)}
    ON CONFLICT (dedupe_key) DO NOTHING`)
}

/** Those of these notices that somebody with an account has not got yet. */
export async function untold(tx: Pick<Transaction, '$queryRaw'>, notices: readonly NewNotice[]): Promise<NewNotice[]> {
  if (notices.length === 0) return []
  const rows = await tx.$queryRaw<{ place: number }[]>(Prisma.sql`
    SELECT DISTINCT "row".place FROM ${addressed(notices)}
    WHERE NOT EXISTS (SELECT FROM notice n WHERE n.dedupe_key = ${dedupeKey}) ORDER BY 1`)
  return rows.flatMap(({ place }) => notices[place] ?? [])
}

const dedupeKey = Prisma.sql`"row".kind || ':' || "row".cause || ':' || u.id`

/** The notices as the table `row`, with the accounts `u` that they go to. */
function addressed(notices: readonly NewNotice[]): Prisma.Sql {
  const places = new Map(notices.map((notice, place) => [notice, place]))
  return Prisma.sql`${unnest(notices, {
    place: ['int', (notice) => places.get(notice) ?? 0],
    id: ['uuid', () => newId()],
    user_id: ['uuid', ({ to }) => ('userId' in to ? to.userId : null)],
    employee_id: ['uuid', ({ to }) => ('employeeId' in to ? to.employeeId : null)],
    kind: ['text', ({ kind }) => kind],
    params: ['text', ({ params }) => JSON.stringify(params)],
    entity_type: ['text', ({ entity }) => entity.type],
    entity_id: ['text', ({ entity }) => entity.id],
    due_at: ['timestamptz', ({ dueAt }) => dueAt?.toISOString() ?? null],
    cause: ['text', ({ cause }) => cause],
  })} JOIN app_user u ON (u.id = "row".user_id OR u.employee_id = "row".employee_id) AND u.disabled_at IS NULL`
}

/** What was asked of anybody about this record is done: it leaves their lists. Of one kind when it is named. */
export async function settleNotices(tx: Transaction, entity: Entity, now: Date, kind?: NoticeKind): Promise<void> {
  await tx.notice.updateMany({
    where: { entityType: entity.type, entityId: entity.id, doneAt: null, ...(kind ? { kind } : {}) },
    data: { doneAt: now },
  })
}
