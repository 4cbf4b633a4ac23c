import { Box, Skeleton } from '@mui/material'
import { Figure } from '../frame/chart/Figure.tsx'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { COUNTS } from './data.ts'
import { SetUpPath } from './SetUpPath.tsx'

/** How much there is of everything, or the way to the first data. */
export function CountCards() {
  const say = useSay()
  const format = useFormat()
  const { data, error, isPending, refetch } = useRead(COUNTS, {})
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton variant="rounded" height={88} />
  const isSetUp = data.units.totalCount > 0 && data.employees.totalCount > 0 && data.indicators.totalCount > 0
  return (
    <>
      {!isSetUp && <SetUpPath counts={data} />}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
        <Figure label={say('units.title')} value={format.number(data.units.totalCount)} to="/units" />
        <Figure label={say('employees.title')} value={format.number(data.employees.totalCount)} to="/employees" />
        <Figure label={say('indicators.title')} value={format.number(data.indicators.totalCount)} to="/indicators" />
      </Box>
    </>
  )
}
