import { Box, Button, Card, Typography } from '@mui/material'
import { useListContext } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import type { CodeGroup } from '../frame/language/codes.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { INDICATOR_FACETS } from './data.ts'

/** Facets that the server counts, each with the filter that it sets and the labels of its values. */
const facets: Record<string, { label: MessageKey; group: CodeGroup | null }> = {
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
  const say = useSay()
  const { data } = useRead(INDICATOR_FACETS, {})
  if (!data) return null
  return (
    <Card
      component="aside"
      aria-label={say('indicators.facets')}
      sx={{ width: 260, ml: 2, mt: 8, p: 1.5, alignSelf: 'flex-start', flexShrink: 0, display: { xs: 'none', lg: 'block' } }}
    >
      {data.indicatorFacets.map((facet) => {
        const shape = facets[facet.name]
        if (!shape || facet.values.length === 0) return null
        return (
          <Box key={facet.name} sx={{ mb: 1.5 }}>
            <Typography variant="body2" component="h2" sx={{ fontWeight: 650, px: 0.5 }}>
              {say(shape.label)}
            </Typography>
            {facet.values.slice(0, 12).map(({ value, count }) => (
              <FacetValue key={value} name={facet.name} group={shape.group} value={value} count={count} />
            ))}
          </Box>
        )
      })}
    </Card>
  )
}

type ValueProps = { name: string; group: CodeGroup | null; value: string; count: number }

function FacetValue({ name, group, value, count }: ValueProps) {
  const label = useCodeLabel()
  const format = useFormat()
  const { filterValues, displayedFilters, setFilters } = useListContext()
  const wanted = name === 'isStale' ? value === 'true' : value
  const isChosen = filterValues[name] === wanted
  const toggle = () => {
    const { [name]: _before, ...rest } = filterValues
    setFilters(isChosen ? rest : { ...rest, [name]: wanted }, { ...displayedFilters, [name]: !isChosen })
  }
  return (
    <Button
      fullWidth
      size="small"
      variant={isChosen ? 'outlined' : 'text'}
      color={isChosen ? 'primary' : 'inherit'}
      aria-pressed={isChosen}
      onClick={toggle}
      sx={{ justifyContent: 'space-between', textAlign: 'left', fontWeight: 500, py: 0.25 }}
    >
      <span>{group ? label(group, value) : value.replaceAll('_', ' ')}</span>
      <span>{format.number(count)}</span>
    </Button>
  )
}
