import type { AuditEventName } from '../../audit-events.ts'
import type { Permission } from '../../identity/policy.ts'

/** Events of the daily work, and the permission over the whole city with which one may read of them; the rest is told by the trail alone. */
export const activityEvents = {
  'unit.created': 'organization.read',
  'unit.changed': 'organization.read',
  'employee.created': 'organization.read',
  'employee.corrected': 'organization.private',
  'employee.superiorAssigned': 'organization.read',
  'dataIssue.closed': 'organization.write',
  'indicator.drafted': 'indicators.read',
  'indicator.submitted': 'indicators.read',
  'indicator.returned': 'indicators.read',
  'indicator.discarded': 'indicators.read',
  'indicator.published': 'aggregates.read',
  'period.prepared': 'aggregates.read',
  'period.opened': 'aggregates.read',
  'period.closed': 'aggregates.read',
  'realisation.recorded': 'appraisals.read',
  'realisation.verified': 'appraisals.read',
  'realisation.rejected': 'appraisals.read',
  'appraisals.computed': 'aggregates.read',
  'import.finished': 'imports.run',
  'import.failed': 'imports.run',
  'setting.changed': 'aggregates.read',
  'demo.seeded': 'aggregates.read',
} as const satisfies Partial<Record<AuditEventName, Permission>>

export type ActivityEvent = keyof typeof activityEvents
