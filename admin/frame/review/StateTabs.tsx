import { Tab, Tabs } from '@mui/material'
import { useListContext } from 'react-admin'
import type { Filter } from '../data/specs.ts'
import { useFormat } from '../format.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

/** Counts of a field of the server, by the value of each tab; undefined while they are on their way. */
export type CountsOf = (otherFilters: Filter) => Readonly<Record<string, number>> | undefined

export type StateTabsProps = {
  /** The filter that a tab sets. */
  source: string
  label: MessageKey
  tabs: readonly { value: string; label: MessageKey }[]
  /** A hook that reads the counts from one field of the server. */
  useCounts: CountsOf
}

/** The states of a list as tabs, each with its number of rows under the other filters. The choice is a filter in the address. */
export function StateTabs({ source, label, tabs, useCounts }: StateTabsProps) {
  const say = useSay()
  const format = useFormat()
  const { filterValues, displayedFilters, setFilters } = useListContext()
  const { [source]: set, ...others } = filterValues as Filter
  const chosen = String(set ?? '')
  const counts = useCounts(others)
  const choose = (value: string) => setFilters(value === '' ? others : { ...others, [source]: value }, displayedFilters)
  return (
    <Tabs
      value={tabs.some(({ value }) => value === chosen) ? chosen : false}
      onChange={(_event, value: string) => choose(value)}
      variant="scrollable"
      allowScrollButtonsMobile
      aria-label={say(label)}
      className="tera-screen-only"
      sx={{ borderBottom: 1, borderColor: 'divider', mb: 1 }}
    >
      {tabs.map((tab) => {
        const count = counts?.[tab.value]
        const text = count === undefined ? say(tab.label) : `${say(tab.label)} (${format.number(count)})`
        return <Tab key={tab.value} value={tab.value} label={text} />
      })}
    </Tabs>
  )
}
