import { Box, MenuItem, TextField } from '@mui/material'
import type { ReactNode } from 'react'
import { useSay } from '../frame/language/use-say.ts'
import { UnitScope } from './UnitScope.tsx'
import type { ScopeState } from './use-scope.ts'

/** Chooses period and unit for the whole page. */
export function ScopeBar({ scope, children }: { scope: ScopeState; children?: ReactNode }) {
  const say = useSay()
  const { periodKey, unitId, years, change } = scope
  return (
    <Box component="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 2, alignItems: 'center' }}>
      <TextField
        select
        label={say('appraisals.period')}
        value={years.some(({ key }) => key === periodKey) ? periodKey : ''}
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
      {children}
      <UnitScope unitId={unitId} onChange={(unit) => change('unit', unit)} />
    </Box>
  )
}
