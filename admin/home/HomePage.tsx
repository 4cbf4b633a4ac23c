import { Box, MenuItem, TextField } from '@mui/material'
import { Title } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { usePeriods } from '../appraisals/use-periods.ts'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import { Cockpit } from './Cockpit.tsx'
import { CountCards } from './CountCards.tsx'
import { OwnAppraisals } from './OwnAppraisals.tsx'
import { UnitScope } from './UnitScope.tsx'
import { WaitingList } from './WaitingList.tsx'

/** Period and unit live in the address and hold for every panel. */
export default function HomePage() {
  const say = useSay()
  const mayCount = useMay('aggregates.read')
  const [search, setSearch] = useSearchParams()
  const { years, latest } = usePeriods()
  const periodKey = search.get('period') ?? latest
  const unitId = search.get('unit')
  const change = (name: string, value: string | null) =>
    setSearch((before) => {
      if (value) before.set(name, value)
      else before.delete(name)
      return before
    })
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="home.title" />
      <OwnAppraisals />
      <CountCards />
      <WaitingList />
      {mayCount && periodKey && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 2, alignItems: 'center' }}>
            <TextField
              select
              label={say('appraisals.period')}
              value={periodKey}
              onChange={(event) => change('period', event.target.value)}
              fullWidth={false}
              sx={{ minWidth: 140 }}
            >
              {years.map(({ id, key }) => (
                <MenuItem key={id} value={key}>
                  {key}
                </MenuItem>
              ))}
            </TextField>
            <UnitScope unitId={unitId} onChange={(unit) => change('unit', unit)} />
          </Box>
          <Cockpit periodKey={periodKey} unitId={unitId} />
        </>
      )}
    </Box>
  )
}
