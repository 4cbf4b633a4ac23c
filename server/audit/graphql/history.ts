import { builder } from '../../builder.ts'
import { canEverywhere } from '../../identity/policy.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { DataIssue } from '../../organization/graphql/issues.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { countHistory, pageOfHistory } from '../queries.ts'
import { AuditEvent, connectEvents } from './event.ts'

/** The records whose own trail can be read below them. */
const audited = { Employee, Unit, DataIssue }

for (const [entityType, ref] of Object.entries(audited)) {
  builder.objectField(ref, 'auditEvents', (t) =>
    t.connection(
      {
        type: AuditEvent,
        nullable: true,
        description: 'The audit trail of this record, newest first.',
        authScopes: (_record, _args, { actor }) => canEverywhere(actor, 'audit.read'),
        resolve: async ({ id }, args, context) => ({
          ...(await connectEvents(args, (slice) => pageOfHistory(context, entityType, id, slice))),
          count: () => countHistory(context, entityType, id),
        }),
      },
      {
        fields: (fields) => ({
          totalCount: fields.int({ description: 'All events of the record, on all pages.', resolve: ({ count }) => count() }),
        }),
      },
    ),
  )
}
