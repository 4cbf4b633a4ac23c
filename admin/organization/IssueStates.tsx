import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useListContext } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { DATA_ISSUE_STATES } from './data.ts'

const states = ['OPEN', 'RESOLVED', 'DISMISSED'] as const

/** The states with their counts, which respect the other filters; stands among the filters. */
export function IssueStates(_props: { source: string; alwaysOn?: boolean }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { filterValues, displayedFilters, setFilters } = useListContext()
  const { state: chosen, ...filter } = filterValues
  const { data } = useRead(DATA_ISSUE_STATES, { filter }, { keepPrevious: true })
  const counts = new Map(data?.dataIssueStates.map(({ state, count }) => [state, count]))
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={chosen ?? null}
      aria-label={say('issues.state')}
      onChange={(_event, state: string | null) => setFilters(state ? { ...filter, state } : filter, displayedFilters)}
      sx={{ flexWrap: 'wrap', mb: 1 }}
    >
      {states.map((state) => (
        <ToggleButton key={state} value={state}>
          {label('issueState', state)}
          {counts.has(state) && ` (${format.number(counts.get(state))})`}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
