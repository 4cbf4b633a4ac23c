import { Box, MenuItem, TextField } from '@mui/material'
import { Form, Title, useGetList } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import type { PeriodRow } from '../appraisals/data.ts'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import { Cockpit } from './Cockpit.tsx'
import { CountCards } from './CountCards.tsx'
import { OwnAppraisals } from './OwnAppraisals.tsx'
import { ScopeWatcher } from './ScopeWatcher.tsx'
import { WaitingList } from './WaitingList.tsx'

/** Period and unit live in the address and hold for every panel. */
export default function HomePage() {
  const say = useSay()
  const mayCount = useMay('aggregates.read')
  const [search, setSearch] = useSearchParams()
  const { data: periods = [] } = useGetList<PeriodRow>('periods', {
    filter: { kind: 'ANNUAL' },
    pagination: { page: 1, perPage: 50 },
  })
  const periodKey = search.get('period') ?? firstOf(periods)
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
              {periods.map(({ id, key }) => (
                <MenuItem key={id} value={key}>
                  {key}
                </MenuItem>
              ))}
            </TextField>
            <Box sx={{ minWidth: 280, flex: '0 1 420px' }}>
              <Form defaultValues={{ unit: unitId }}>
                <UnitInput source="unit" label="home.unit" />
                <ScopeWatcher onChange={(unit) => change('unit', unit)} />
              </Form>
            </Box>
          </Box>
          <Cockpit periodKey={periodKey} unitId={unitId} />
        </>
      )}
    </Box>
  )
}

/** The year that is closed or open, newest first: the one with something to show. */
function firstOf(periods: PeriodRow[]): string | null {
  return (
    periods.find(({ state }) => state === 'CLOSED')?.key ??
    periods.find(({ state }) => state === 'OPEN')?.key ??
    periods[0]?.key ??
    null
  )
}
