import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { DeadlinePanel } from '../home/DeadlinePanel.tsx'
import { ScopeBar } from '../home/ScopeBar.tsx'
import { AdoptionSection } from './AdoptionSection.tsx'
import { FunnelSection } from './FunnelSection.tsx'
import { StandingSection } from './StandingSection.tsx'
import { StuckSection } from './StuckSection.tsx'
import { usePeriodScope } from './use-period-scope.ts'

/** How far the appraisal of a period has come, who is waited for, what is due, and how far it is used. */
export default function CockpitPage() {
  const scope = usePeriodScope()
  const { periodKey, unitId } = scope
  const shared = periodKey ? { periodKey, underUnitId: unitId } : null
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="cockpitPage.cockpit" />
      <ListHelp text="cockpitPage.cockpitHelp" />
      <ScopeBar scope={scope} />
      {shared && (
        <PageTabs
          label="cockpitPage.cockpit"
          tabs={[
            {
              name: 'progress',
              label: 'cockpitPage.tabProgress',
              content: () => (
                <Box
                  sx={{
                    display: 'grid',
                    gap: 2,
                    gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 1fr)' },
                    alignItems: 'start',
                  }}
                >
                  <Box sx={{ minWidth: 0 }}>
                    <FunnelSection {...shared} />
                    <StuckSection {...shared} />
                  </Box>
                  <Box sx={{ minWidth: 0 }}>
                    <StandingSection periodKey={shared.periodKey} />
                    <DeadlinePanel periodKey={shared.periodKey} />
                  </Box>
                </Box>
              ),
            },
            {
              name: 'use',
              label: 'cockpitPage.tabUse',
              content: () => <AdoptionSection year={Number(shared.periodKey.slice(0, 4))} underUnitId={unitId} />,
            },
          ]}
        />
      )}
    </Box>
  )
}
