import { serverFilter } from '../frame/data/build-query.ts'
import { useRead } from '../frame/data/read.ts'
import { type CountsOf, StateTabs } from '../frame/review/StateTabs.tsx'
import { MEASUREMENT_COUNTS, type MeasurementState, measurementSpec } from './data.ts'

const states: readonly MeasurementState[] = ['SUBMITTED', 'VERIFIED', 'REJECTED', 'LOCKED']
const tabs = [
  { value: '', label: 'measurements.all' as const },
  ...states.map((value) => ({ value, label: `realisationState.${value}` as const })),
]

const useCounts: CountsOf = (others) => {
  const { data } = useRead(MEASUREMENT_COUNTS, { filter: serverFilter(measurementSpec, others) }, { keepPrevious: true })
  return data && Object.fromEntries(data.realisationCounts.map(({ state, count }) => [state, count]))
}

/** One tab for each state, with what is in it under the other filters. */
export function MeasurementTabs() {
  return <StateTabs source="state" label="measurements.byState" tabs={tabs} useCounts={useCounts} />
}
