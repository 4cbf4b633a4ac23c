import type { AuditEventName } from '../server/audit-events.ts'
import type { Database } from '../server/db.ts'
import type { AuditEvent } from '../server/generated/prisma/client.ts'

/** Runs `act` and returns the audit rows that it added, oldest first. */
export async function auditOf({ prisma }: Pick<Database, 'prisma'>, act: () => Promise<unknown>): Promise<AuditEvent[]> {
  const before = (await prisma.auditEvent.aggregate({ _max: { sequence: true } }))._max.sequence ?? 0n
  await act()
  return prisma.auditEvent.findMany({ where: { sequence: { gt: before } }, orderBy: { sequence: 'asc' } })
}

/** How often an event was written for one record. */
export function countEvents({ prisma }: Pick<Database, 'prisma'>, event: AuditEventName, entityId: string): Promise<number> {
  return prisma.auditEvent.count({ where: { event, entityId } })
}
