import { type AuditEventName, auditEvents } from '../../audit-events.ts'
import { builder } from '../../builder.ts'
import type { AuditEvent as Row } from '../../generated/prisma/client.ts'
import { say } from '../../language.ts'
import { encodeId, offsetArg, withOffset } from '../../list.ts'
import { seesDoer, subjectLabel, visibleActivity } from '../queries/activity.ts'
import { pageOfAuditEvents } from '../queries.ts'
import { connectEvents } from './event.ts'

const Activity = builder.objectRef<Row>('Activity').implement({
  description: 'Something that was done, told to those whom it concerns; the audit trail holds the whole of it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Number in the audit trail.', resolve: ({ sequence }) => sequence.toString() }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    event: t.exposeString('event', { description: 'Name of the event, such as `period.opened`.' }),
    sentence: t.string({
      description: 'What was done, as a sentence in the language of the caller.',
      resolve: ({ event }, _args, { language }) => say(auditEvents[event as AuditEventName], language),
    }),
    doer: t.string({
      nullable: true,
      description: 'Name of who did it; empty for callers to whom only the fact is told.',
      resolve: (row, _args, { actor }) => (seesDoer(actor, row) ? row.actorLabel : null),
    }),
    subject: t.string({
      nullable: true,
      description: 'What the record is called; empty where it has no name or the caller may not see it.',
      resolve: (row, _args, context) => subjectLabel(context, row),
    }),
    subjectId: t.id({
      nullable: true,
      description: 'Global id of the record; empty where the caller may not see it.',
      resolve: async (row, _args, context) =>
        (await subjectLabel(context, row)) === null ? null : encodeId(row.entityType, row.entityId),
    }),
    subjectType: t.exposeString('entityType', { description: 'Type of the record.' }),
  }),
})

builder.queryField('activity', (t) =>
  t.connection(
    {
      type: Activity,
      description: 'What was done lately, newest first: only what the caller may read of.',
      authScopes: { signedIn: true },
      args: { offset: offsetArg(t) },
      resolve: async (_root, { offset, ...args }, { db, actor }) => {
        const where = visibleActivity(actor)
        const cursor = args.after ?? args.before ?? undefined
        const { skip } = withOffset<{ skip?: number; cursor?: string }>({ cursor }, offset)
        const connection = await connectEvents(args, (slice) => pageOfAuditEvents(db, where, slice, skip))
        return { ...connection, count: () => db.auditEvent.count({ where }) }
      },
    },
    {
      fields: (field) => ({
        totalCount: field.int({
          description: 'Doings that the caller may read of; counted only when asked for.',
          resolve: ({ count }: { count: () => Promise<number> }) => count(),
        }),
      }),
    },
  ),
)
