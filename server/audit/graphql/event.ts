import { resolveCursorConnection } from '@pothos/plugin-relay'
import { type AuditEventName, auditEvents } from '../../audit-events.ts'
import { builder } from '../../builder.ts'
import type { AuditEvent as Row } from '../../generated/prisma/client.ts'
import { canEverywhere } from '../../identity/policy.ts'
import { say } from '../../language.ts'
import { bounds, encodeId, offsetArg, withOffset } from '../../list.ts'
import { nameBehind } from '../queries/names.ts'
import { auditEventWhere, pageOfAuditEvents, type Slice, visibleAuditEvents } from '../queries.ts'
import { type Change, changesOf } from '../rules/changes.ts'

const AuditChange = builder.objectRef<Change>('AuditChange').implement({
  description: 'One field that an event changed.',
  authScopes: { permission: 'audit.read' },
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field.' }),
    before: t.exposeString('before', { nullable: true, description: 'Value before, as text; empty where there was none.' }),
    after: t.exposeString('after', { nullable: true, description: 'Value after, as text; empty where there is none.' }),
    beforeName: t.string({
      nullable: true,
      description: 'Name of the record behind the value before, where it is the id of a unit, an employee or a user.',
      resolve: ({ field, before }, _args, context) => nameBehind(context, field, before),
    }),
    afterName: t.string({
      nullable: true,
      description: 'Name of the record behind the value after, where it is the id of a unit, an employee or a user.',
      resolve: ({ field, after }, _args, context) => nameBehind(context, field, after),
    }),
  }),
})

export const AuditEvent = builder.node(builder.objectRef<Row>('AuditEvent'), {
  description: 'One entry of the audit trail: who did what to which record, when and why. Never changed, never removed.',
  id: { resolve: ({ sequence }) => sequence.toString() },
  authScopes: (_event, { actor }) => canEverywhere(actor, 'audit.read'),
  runScopesOnType: true,
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'previousHash' in value,
  loadMany: async (ids, { db, actor }) => {
    const rows = await db.auditEvent.findMany({
      where: { AND: [{ sequence: { in: ids.map((id) => BigInt(id)) } }, visibleAuditEvents(actor)] },
    })
    const bySequence = new Map(rows.map((row) => [row.sequence.toString(), row]))
    return ids.map((id) => bySequence.get(id) ?? null)
  },
  fields: (t) => ({
    sequence: t.int({ description: 'Number in the chain, without gaps from 1 on.', resolve: ({ sequence }) => Number(sequence) }),
    at: t.expose('at', { type: 'DateTime', description: 'When, by the clock of the database.' }),
    event: t.exposeString('event', { description: 'Name of the event, such as `unit.changed`.' }),
    sentence: t.string({
      description: 'The event as a sentence, in the language of the caller.',
      resolve: ({ event }, _args, { language }) => (isEventName(event) ? say(auditEvents[event], language) : event),
    }),
    actorKind: t.exposeString('actorKind', { description: 'USER, TOKEN, SYSTEM (command line and jobs) or ANONYMOUS.' }),
    actorId: t.id({
      nullable: true,
      description: 'Global id of the user or token.',
      resolve: ({ actorKind, actorId }) => actorId && encodeId(actorKind === 'TOKEN' ? 'ApiToken' : 'User', actorId),
    }),
    actorLabel: t.exposeString('actorLabel', { description: 'Name of who acted, as it was then.' }),
    role: t.exposeString('role', { nullable: true, description: 'Roles of who acted, as they were then.' }),
    entityType: t.exposeString('entityType', { description: 'Type of the changed record.' }),
    entityId: t.id({
      description: 'Global id of the changed record.',
      resolve: ({ entityType, entityId }) => encodeId(entityType, entityId),
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, where a reason was given.' }),
    changes: t.field({
      type: [AuditChange],
      description: 'What changed. Values are texts; secrets are never recorded.',
      resolve: ({ changes }) => changesOf(changes),
    }),
    device: t.exposeString('device', { nullable: true, description: 'Class of the device, where the request told it.' }),
    previousHash: t.exposeString('previousHash', { description: 'Hash of the entry before; empty for the first.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 of this entry with the hash before it, in hexadecimal.' }),
  }),
})

function isEventName(event: string): event is AuditEventName {
  return Object.hasOwn(auditEvents, event)
}

type PageArgs = { first?: number | null; last?: number | null; before?: string | null; after?: string | null }

/** A page of events as a connection; the cursor of an event is its number. */
export function connectEvents(args: PageArgs, load: (slice: Slice) => Promise<readonly Row[]>) {
  const options = {
    args,
    defaultSize: bounds.defaultPage,
    maxSize: bounds.maxPage,
    toCursor: ({ sequence }: Row) => sequence.toString(),
  }
  return resolveCursorConnection<Promise<readonly Row[]>>(options, load)
}

const AuditEventFilter = builder.inputType('AuditEventFilter', {
  description: 'Which events to list; conditions add up.',
  fields: (t) => ({
    event: t.string({ description: 'Name of the event, such as `unit.changed`.' }),
    entityType: t.string({ description: 'Type of the changed record, such as `Unit`.' }),
    entityId: t.id({ description: 'Global id of the changed record.' }),
    entityIds: t.idList({ description: 'Global ids of changed records, at most 100: a record together with its parts.' }),
    actorId: t.id({ description: 'Global id of the user or token who acted.' }),
    from: t.field({ type: 'DateTime', description: 'Not before this instant.' }),
    to: t.field({ type: 'DateTime', description: 'Before this instant.' }),
  }),
})

builder.queryField('auditEvents', (t) =>
  t.connection(
    {
      type: AuditEvent,
      description: 'The audit trail, newest first.',
      authScopes: { permission: 'audit.read' },
      args: { filter: t.arg({ type: AuditEventFilter, description: 'Which events.' }), offset: offsetArg(t) },
      resolve: async (_root, { filter, offset, ...args }, { db, actor }) => {
        const where = { AND: [auditEventWhere(filter), visibleAuditEvents(actor)] }
        const { skip } = withOffset<{ skip?: number; cursor?: string }>(
          { cursor: args.after ?? args.before ?? undefined },
          offset,
        )
        const connection = await connectEvents(args, (slice) => pageOfAuditEvents(db, where, slice, skip))
        return { ...connection, count: () => db.auditEvent.count({ where }) }
      },
    },
    {
      fields: (fields) => ({
        totalCount: fields.int({ description: 'All events that match, on all pages.', resolve: ({ count }) => count() }),
      }),
    },
  ),
)
