import type { MessageKey } from '../frame/language/messages.ts'
import { pageOf } from '../frame/record-page.ts'
import type { ActivityRow } from './data.ts'

/** One sentence for each kind of event, with the doer at its head; what it was done to follows. */
const sentences: Record<string, MessageKey> = {
  'unit.created': 'activity.unitCreated',
  'unit.changed': 'activity.unitChanged',
  'employee.created': 'activity.employeeCreated',
  'employee.corrected': 'activity.employeeCorrected',
  'employee.superiorAssigned': 'activity.superiorAssigned',
  'dataIssue.closed': 'activity.issueClosed',
  'indicator.drafted': 'activity.drafted',
  'indicator.submitted': 'activity.submitted',
  'indicator.returned': 'activity.returned',
  'indicator.discarded': 'activity.discarded',
  'indicator.published': 'activity.published',
  'period.prepared': 'activity.periodPrepared',
  'period.opened': 'activity.periodOpened',
  'period.closed': 'activity.periodClosed',
  'realisation.recorded': 'activity.recorded',
  'realisation.verified': 'activity.verified',
  'realisation.rejected': 'activity.rejected',
  'appraisals.computed': 'activity.computed',
  'import.finished': 'activity.importFinished',
  'import.failed': 'activity.importFailed',
  'setting.changed': 'activity.settingChanged',
}

/** The event as a sentence: ours with the doer where both are known, else the one of the server. */
export function sentenceOf(row: ActivityRow, say: (key: MessageKey, values: { doer: string }) => string): string {
  const key = sentences[row.event]
  return key && row.doer !== null ? say(key, { doer: row.doer }) : row.sentence
}

/** Where the record of an event is looked at; null when it has no page or is not to be seen. */
export function activityPage({ subjectId, subjectType }: ActivityRow): string | null {
  if (subjectId === null) return null
  return subjectType === 'Period' ? '/periods' : pageOf(subjectType, subjectId)
}
