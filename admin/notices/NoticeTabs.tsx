import { useRead } from '../frame/data/read.ts'
import { type CountsOf, StateTabs } from '../frame/review/StateTabs.tsx'
import { NOTICE_COUNTS } from './data.ts'

const tabs = [
  { value: 'TO_DO', label: 'notices.toDo' as const },
  { value: 'TOLD', label: 'notices.told' as const },
  { value: '', label: 'notices.all' as const },
]

const useCounts: CountsOf = () => {
  const { data } = useRead(NOTICE_COUNTS, {})
  return data && { TO_DO: data.noticeCounts.toDo }
}

/** What asks for something, what tells, and both. */
export function NoticeTabs() {
  return <StateTabs source="group" label="notices.byGroup" tabs={tabs} useCounts={useCounts} />
}
