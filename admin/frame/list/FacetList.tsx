import { Box, Button, Card, Typography } from '@mui/material'
import { useListContext } from 'react-admin'
import { useFormat } from '../format.ts'
import type { CodeGroup } from '../language/codes.ts'
import type { MessageKey } from '../language/messages.ts'
import { useCodeLabel, useSay } from '../language/use-say.ts'

/** Values of one filter, each with the rows that carry it. */
export type Facet = { name: string; values: { value: string; count: number }[] }

/** Facets that a list shows, by the filter that they set; values without a group of codes are words of the city itself. */
export type FacetShapes = Readonly<Record<string, { label: MessageKey; group: CodeGroup | null }>>

/** Values of one facet that are shown at most. */
const mostValues = 12

type Props = { label: MessageKey; shapes: FacetShapes; facets: readonly Facet[] | undefined }

/** Beside a list: how many rows carry each value, counted by the server; one click filters by it. */
export function FacetList({ label, shapes, facets }: Props) {
  const say = useSay()
  if (!facets) return null
  return (
    <Card
      component="aside"
      aria-label={say(label)}
      sx={{ width: 260, ml: 2, mt: 8, p: 1.5, alignSelf: 'flex-start', flexShrink: 0, display: { xs: 'none', lg: 'block' } }}
    >
      {facets.map(({ name, values }) => {
        const shape = shapes[name]
        if (!shape || values.length === 0) return null
        return (
          <Box key={name} sx={{ mb: 1.5 }}>
            <Typography variant="body2" component="h2" sx={{ fontWeight: 650, px: 0.5 }}>
              {say(shape.label)}
            </Typography>
            {values.slice(0, mostValues).map(({ value, count }) => (
              <FacetValue key={value} name={name} group={shape.group} value={value} count={count} />
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
  const wanted = group === 'yesNo' ? value === 'true' : value
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
