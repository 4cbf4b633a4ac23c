import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { AuditEvent, Prisma } from '../generated/prisma/client.ts'
import { type Actor, canEverywhere } from '../identity/policy.ts'
import { bounds, decodeId } from '../list.ts'

/** The trail is one for the whole city: whoever holds the right for all of it sees all of it, everybody else nothing. */
export function visibleAuditEvents(actor: Actor): Prisma.AuditEventWhereInput {
  return canEverywhere(actor, 'audit.read') ? {} : { sequence: { in: [] } }
}

export type AuditEventFilter = {
  readonly event?: string | null
  readonly entityType?: string | null
  readonly entityId?: string | null
  readonly entityIds?: readonly string[] | null
  readonly actorId?: string | null
  readonly from?: Date | null
  readonly to?: Date | null
}

/** `entityId`, `entityIds` (at most 100, INVALID_INPUT beyond) and `actorId` are global ids; `from` is included, `to` is not. */
export function auditEventWhere(filter: AuditEventFilter | null | undefined): Prisma.AuditEventWhereInput {
  if (!filter) return {}
  const { event, entityType, entityId, entityIds, actorId, from, to } = filter
  const entity = entityId ? decodeId(entityId) : null
  return {
    AND: [
      ...(event ? [{ event }] : []),
      ...(entityType ? [{ entityType }] : []),
      ...(entity ? [{ entityType: entity.typename, entityId: entity.id }] : []),
      ...(entityIds ? [{ OR: ofRecords(entityIds) }] : []),
      ...(actorId ? [{ actorId: decodeId(actorId).id }] : []),
      ...(from || to ? [{ at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } }] : []),
    ],
  }
}

function ofRecords(globalIds: readonly string[]): Prisma.AuditEventWhereInput[] {
  if (globalIds.length > bounds.maxPage) {
    throw new DomainError('INVALID_INPUT', { id: 'Paling banyak 100 id sekaligus.', en: 'At most 100 ids at once.' })
  }
  const byType = Map.groupBy(globalIds.map(decodeId), ({ typename }) => typename)
  return [...byType].map(([entityType, records]) => ({ entityType, entityId: { in: records.map(({ id }) => id) } }))
}

/** Where a page begins and which way it reads; `limit` holds one row more than the page, to tell whether there is another. */
export type Slice = { readonly before?: string; readonly after?: string; readonly limit: number; readonly inverted: boolean }

/** A page of the trail, newest first; inverted, oldest first. The cursor of a row is its number. */
export function pageOfAuditEvents(
  db: Pick<Context['db'], 'auditEvent'>,
  where: Prisma.AuditEventWhereInput,
  slice: Slice,
  skip = 0,
): Promise<AuditEvent[]> {
  return db.auditEvent.findMany({
    where: { AND: [where, between(slice)] },
    orderBy: { sequence: slice.inverted ? 'asc' : 'desc' },
    take: slice.limit,
    skip,
  })
}

/** A page of the trail of one record; for many records in one tick it costs two statements. */
export function pageOfHistory(
  { db, loaders }: Context,
  entityType: string,
  entityId: string,
  slice: Slice,
): Promise<readonly AuditEvent[]> {
  const { before = null, after = null, limit, inverted } = slice
  const [low, high] = [before === null ? null : numberOf(before), after === null ? null : numberOf(after)]
  return loaders.load(`audit.page.${entityType}.${before}.${after}.${limit}.${inverted}`, entityId, async (ids) => {
    const sequences = await db.$queryRaw<{ sequence: bigint }[]>`
      SELECT e.sequence FROM unnest(${[...ids]}::text[]) AS subject(id) CROSS JOIN LATERAL (
        SELECT sequence FROM audit_event
        WHERE entity_type = ${entityType} AND entity_id = subject.id
          AND (${low}::bigint IS NULL OR sequence > ${low}::bigint) AND (${high}::bigint IS NULL OR sequence < ${high}::bigint)
        ORDER BY CASE WHEN ${inverted} THEN sequence ELSE -sequence END LIMIT ${limit}
      ) e`
    const events = await db.auditEvent.findMany({
      where: { sequence: { in: sequences.map(({ sequence }) => sequence) } },
      orderBy: { sequence: inverted ? 'asc' : 'desc' },
    })
    const byEntity = Map.groupBy(events, (event) => event.entityId)
    return ids.map((id) => byEntity.get(id) ?? [])
  })
}

/** How many events tell of one record. */
export function countHistory({ db, loaders }: Context, entityType: string, entityId: string): Promise<number> {
  return loaders.load(`audit.count.${entityType}`, entityId, async (ids) => {
    const groups = await db.auditEvent.groupBy({
      by: ['entityId'],
      where: { entityType, entityId: { in: [...ids] } },
      _count: { _all: true },
    })
    const counts = new Map(groups.map(({ entityId: id, _count }) => [id, _count._all]))
    return ids.map((id) => counts.get(id) ?? 0)
  })
}

/** Newest first: what comes after a row is older. */
function between({ before, after }: Slice): Prisma.AuditEventWhereInput {
  return {
    sequence: {
      ...(before === undefined ? {} : { gt: numberOf(before) }),
      ...(after === undefined ? {} : { lt: numberOf(after) }),
    },
  }
}

function numberOf(cursor: string): bigint {
  if (/^\d{1,18}$/.test(cursor)) return BigInt(cursor)
  throw new DomainError('INVALID_INPUT', { id: 'Kursor ini tidak dikenal.', en: 'This is not a cursor of this list.' })
}
