import FilterIcon from '@mui/icons-material/AccountTreeOutlined'
import { Box, Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { UNIT_NAME } from './data.ts'

// The search field weighs more than the rest of this page, so it comes when somebody wants to choose.
const UnitChoice = lazy(() => import('./UnitChoice.tsx'))

type Props = { unitId: string | null; onChange: (unitId: string | null) => void }

/** Whose figures the page shows: the whole city, or one unit with everything below it. */
export function UnitScope({ unitId, onChange }: Props) {
  const say = useSay()
  const [isChoosing, setChoosing] = useState(false)
  const { data } = useRead(UNIT_NAME, { id: unitId ?? '' }, { enabled: unitId !== null })
  const choose = (chosen: string | null) => {
    setChoosing(false)
    onChange(chosen)
  }
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', flex: '1 1 280px' }}>
      <Button variant="outlined" startIcon={<FilterIcon />} aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
        {unitId ? (data?.unit.name ?? say('app.loading')) : say('home.wholeCity')}
      </Button>
      {unitId && <Button onClick={() => choose(null)}>{say('home.showWholeCity')}</Button>}
      {isChoosing && (
        <Box sx={{ flex: '1 1 280px', maxWidth: 460 }}>
          <Suspense>
            <UnitChoice onChange={choose} />
          </Suspense>
        </Box>
      )}
    </Box>
  )
}
