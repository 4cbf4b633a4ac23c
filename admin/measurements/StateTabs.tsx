import { Tab, Tabs } from '@mui/material'
import { useListContext } from 'react-admin'
import { serverFilter } from '../frame/data/build-query.ts'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { MEASUREMENT_COUNTS, measurementSpec } from './data.ts'

const states = ['SUBMITTED', 'VERIFIED', 'REJECTED', 'LOCKED'] as const

/** One tab for each state, with what is in it under the other filters. */
export function StateTabs() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { filterValues, displayedFilters, setFilters } = useListContext()
  const { state, ...others } = filterValues
  const { data } = useRead(MEASUREMENT_COUNTS, { filter: serverFilter(measurementSpec, others) }, { keepPrevious: true })
  const counted = (code: string) => {
    const count = data?.realisationCounts.find((one) => one.state === code)?.count
    return count === undefined ? '' : ` (${format.number(count)})`
  }
  return (
    <Tabs
      value={states.includes(state) ? state : 'ALL'}
      onChange={(_event, chosen: string) =>
        setFilters(chosen === 'ALL' ? others : { ...others, state: chosen }, displayedFilters)
      }
      variant="scrollable"
      allowScrollButtonsMobile
      aria-label={say('measurements.byState')}
      sx={{ mb: 1 }}
    >
      <Tab value="ALL" label={say('measurements.all')} />
      {states.map((code) => (
        <Tab key={code} value={code} label={`${label('realisationState', code)}${counted(code)}`} />
      ))}
    </Tabs>
  )
}
