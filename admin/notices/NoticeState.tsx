import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useSay } from '../frame/language/use-say.ts'
import type { NoticeRow } from './data.ts'

/** Done, overdue, unread or read: what a reader wants to know first. */
export function NoticeState({ notice: { doneAt, dueAt, group, readAt } }: { notice: NoticeRow }) {
  const say = useSay()
  if (doneAt) return <ToneChip tone="good" label={say('notices.done')} />
  if (group === 'TO_DO' && dueAt && new Date(dueAt) < new Date()) return <ToneChip tone="bad" label={say('notices.late')} />
  return readAt ? <ToneChip tone="quiet" label={say('notices.read')} /> : <ToneChip tone="warn" label={say('notices.unread')} />
}
