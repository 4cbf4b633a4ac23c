import { Box } from '@mui/material'
import { Figure } from '../frame/chart/Figure.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { SetUpCounts } from './data.ts'

/** How much there is of everything. */
export function CountCards({ counts }: { counts: SetUpCounts }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(auto-fit, minmax(130px, 1fr))', lg: 'minmax(0, 1fr)' },
        mb: 2,
      }}
    >
      <Figure label={say('units.title')} value={format.number(counts.units.totalCount)} to="/units" />
      <Figure label={say('employees.title')} value={format.number(counts.employees.totalCount)} to="/employees" />
      <Figure label={say('indicators.title')} value={format.number(counts.published.totalCount)} to="/indicators" />
    </Box>
  )
}
