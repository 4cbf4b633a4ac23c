import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'
import { dayAfter, instantOf } from './days.ts'

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

export const viewSpec: ResourceSpec = {
  name: 'record-views',
  type: 'RecordView',
  list: gql`query RecordViews($first: Int, $offset: Int, $filter: RecordViewFilter) {
    recordViews(first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { id at actorKind actorLabel role part entityId entityType employee { id fullName } device }
    }
  }`,
  filter: ({ from, to, ...rest }: Filter) => ({ ...rest, from: instantOf(from), to: dayAfter(to) }),
}
