import { Tab, Tabs } from '@mui/material'
import { useQueries } from '@tanstack/react-query'
import { useDataProvider, useListContext } from 'react-admin'
import type { Filter } from '../data/specs.ts'
import { useFormat } from '../format.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

/** Counts of a field of the server, by the value of each tab; undefined while they are on their way. */
export type CountsOf = (otherFilters: Filter) => Readonly<Record<string, number>> | undefined

export type StateTabsProps = {
  resource: string
  /** The filter that a tab sets. */
  source: string
  label: MessageKey
  tabs: readonly { value: string; label: MessageKey }[]
  /** A hook that reads the counts from one field of the server. Without it each tab asks its list for its total. */
  useCounts?: CountsOf
}

/** The states of a queue as tabs, each with its number of rows under the other filters. The choice is a filter in the address. */
export function StateTabs({ useCounts, ...props }: StateTabsProps) {
  return useCounts ? <CountedTabs {...props} useCounts={useCounts} /> : <TotalTabs {...props} />
}

type PartProps = Omit<StateTabsProps, 'useCounts'>

function CountedTabs({ useCounts, ...props }: PartProps & { useCounts: CountsOf }) {
  const counts = useCounts(useOthers(props.source))
  return <TabRow {...props} counts={counts} />
}

function TotalTabs(props: PartProps) {
  const counts = useListTotals(props, useOthers(props.source))
  return <TabRow {...props} counts={counts} />
}

function useOthers(source: string): Filter {
  const { filterValues } = useListContext()
  const { [source]: _chosen, ...others } = filterValues as Filter
  return others
}

function TabRow({ source, label, tabs, counts }: PartProps & { counts: Readonly<Record<string, number>> | undefined }) {
  const say = useSay()
  const format = useFormat()
  const { filterValues, displayedFilters, setFilters } = useListContext()
  const others = useOthers(source)
  const chosen = String((filterValues as Filter)[source] ?? '')
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

/** The totals of the list itself under each tab, counted by the server. */
function useListTotals({ resource, source, tabs }: PartProps, others: Filter): Record<string, number> {
  const provider = useDataProvider()
  const totals = useQueries({
    queries: tabs.map(({ value }) => {
      const filter = value === '' ? others : { ...others, [source]: value }
      const params = { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' as const }, filter }
      return { queryKey: [resource, 'total', filter], queryFn: async () => (await provider.getList(resource, params)).total ?? 0 }
    }),
  })
  return Object.fromEntries(
    tabs.flatMap(({ value }, index) => {
      const total = totals[index]?.data
      return total === undefined ? [] : [[value, total] as const]
    }),
  )
}
