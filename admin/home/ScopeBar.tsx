import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import { PeriodChoice } from '../appraisals/PeriodChoice.tsx'
import { UnitScope } from './UnitScope.tsx'
import type { ScopeState } from './use-scope.ts'

/** Chooses period and unit for the whole page. */
export function ScopeBar({ scope, children }: { scope: ScopeState; children?: ReactNode }) {
  const { periodKey, unitId, years, change } = scope
  return (
    <Box component="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 2, alignItems: 'center' }}>
      <PeriodChoice periods={years} value={periodKey} onChange={(key) => change('period', key)} />
      {children}
      <UnitScope unitId={unitId} onChange={(unit) => change('unit', unit)} />
    </Box>
  )
}
