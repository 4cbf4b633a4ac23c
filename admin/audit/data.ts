import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

export type AuditRow = {
  id: string
  sequence: number
  at: string
  event: string
  sentence: string
  actorKind: string
  actorLabel: string
  role: string | null
  entityType: string
  entityId: string
  reason: string | null
  device: string | null
  hash: string
  changes: { field: string; before: string | null; after: string | null }[]
}

/** A day of the city as the instants at which it begins and ends there. */
function instantOf(day: unknown): string | undefined {
  return typeof day === 'string' && day ? `${day.slice(0, 10)}T00:00:00+07:00` : undefined
}

function dayAfter(day: unknown): string | undefined {
  if (typeof day !== 'string' || !day) return undefined
  const next = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return instantOf(next.toISOString())
}

export const auditSpec: ResourceSpec = {
  name: 'audit-events',
  type: 'AuditEvent',
  list: gql`query AuditEvents($first: Int, $offset: Int, $filter: AuditEventFilter) {
    auditEvents(first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { id sequence at event sentence actorKind actorLabel role entityType entityId reason device hash changes { field before after } }
    }
  }`,
  filter: ({ from, to, ...rest }: Filter) => ({ ...rest, from: instantOf(from), to: dayAfter(to) }),
}

export type Verification = { events: number; isIntact: boolean; firstBrokenSequence: number | null; headHash: string }

export const AUDIT_VERIFICATION: TypedDocumentNode<{ auditVerification: Verification }, Record<string, never>> = gql`
  query AuditVerification { auditVerification { events isIntact firstBrokenSequence headHash } }
`
