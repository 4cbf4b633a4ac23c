import { Box } from '@mui/material'
import { useMay } from '../frame/viewer-context.ts'
import { ActivityPanel } from './ActivityPanel.tsx'
import { CountCards } from './CountCards.tsx'
import { DeadlinePanel } from './DeadlinePanel.tsx'
import type { SetUpCounts } from './data.ts'
import { FreshnessPanel } from './FreshnessPanel.tsx'
import { PatternPanel } from './PatternPanel.tsx'
import { ProgressPanels } from './ProgressPanels.tsx'
import { ScopeBar } from './ScopeBar.tsx'
import { useScope } from './use-scope.ts'
import { WaitingPanel } from './WaitingPanel.tsx'

/** Three columns: what waits for me, how far the period has come and what was done, and what is due. On a phone they follow each other. */
export function Cockpit({ counts }: { counts: SetUpCounts }) {
  const scope = useScope()
  const mayCount = useMay('aggregates.read')
  const { periodKey, unitId } = scope
  const shared = periodKey ? { periodKey, underUnitId: unitId } : null
  return (
    <>
      {mayCount && <ScopeBar scope={scope} />}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '280px minmax(0, 1fr) 300px' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <WaitingPanel />
          <CountCards counts={counts} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          {mayCount && shared && (
            <>
              <ProgressPanels {...shared} />
              <PatternPanel scope={scope} {...shared} />
            </>
          )}
          <ActivityPanel />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          {periodKey && <DeadlinePanel periodKey={periodKey} />}
          {mayCount && shared && <FreshnessPanel {...shared} />}
        </Box>
      </Box>
    </>
  )
}
