import { useRead } from '../frame/data/read.ts'
import { FacetList, type FacetShapes } from '../frame/list/FacetList.tsx'
import { INDICATOR_FACETS } from './data.ts'

const shapes: FacetShapes = {
  state: { label: 'indicators.state', group: 'indicatorState' },
  family: { label: 'indicators.family', group: null },
  aspect: { label: 'indicators.aspect', group: 'aspect' },
  polarity: { label: 'indicators.polarity', group: 'polarity' },
  attribution: { label: 'indicators.attribution', group: 'attribution' },
  unit: { label: 'indicators.unit', group: 'measureUnit' },
  frequency: { label: 'indicators.frequency', group: 'frequency' },
  sourceSystem: { label: 'indicators.sourceSystem', group: null },
  sourceOwner: { label: 'indicators.sourceOwner', group: null },
  isStale: { label: 'indicators.isStale', group: 'yesNo' },
}

/** How many indicators carry each value; one click filters by it. */
export function IndicatorFacets() {
  const { data } = useRead(INDICATOR_FACETS, {})
  return <FacetList label="indicators.facets" shapes={shapes} facets={data?.indicatorFacets} />
}
