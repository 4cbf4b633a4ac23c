import { exportList } from '../../exchange/queries/list-spec.ts'
import { canEverywhere } from '../../identity/policy.ts'
import { type AuditEventFilter, auditEventWhere, pageOfAuditEvents, visibleAuditEvents } from '../queries.ts'

/** The audit trail as a file, newest first. */
export const auditEventList = exportList({
  filterType: 'AuditEventFilter',
  mayExport: (actor) => canEverywhere(actor, 'audit.read'),
  read: ({ db, actor }, filter: AuditEventFilter | null, after, size) =>
    pageOfAuditEvents(
      db,
      { AND: [auditEventWhere(filter), visibleAuditEvents(actor)] },
      { ...(after === null ? {} : { after }), limit: size, inverted: false },
    ),
}).as(
  ({ sequence }) => sequence.toString(),
  [
    [{ id: 'NOMOR', en: 'NUMBER' }, (row) => Number(row.sequence)],
    [{ id: 'WAKTU', en: 'TIME' }, (row) => row.at.toISOString()],
    [{ id: 'PELAKU', en: 'WHO' }, (row) => row.actorLabel],
    [{ id: 'PERAN', en: 'ROLE' }, (row) => row.role],
    [{ id: 'PERISTIWA', en: 'EVENT' }, (row) => row.event],
    [{ id: 'JENIS DATA', en: 'RECORD TYPE' }, (row) => row.entityType],
    [{ id: 'ID DATA', en: 'RECORD ID' }, (row) => row.entityId],
    [{ id: 'ALASAN', en: 'REASON' }, (row) => row.reason],
    [{ id: 'PERUBAHAN', en: 'CHANGES' }, (row) => JSON.stringify(row.changes)],
    [{ id: 'HASH', en: 'HASH' }, (row) => row.hash],
  ],
)
