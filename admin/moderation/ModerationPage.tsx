import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { ScopeBar } from '../home/ScopeBar.tsx'
import { AgreementSection } from './AgreementSection.tsx'
import { FairnessSection } from './FairnessSection.tsx'
import { FingerprintSection } from './FingerprintSection.tsx'
import { PatternSection } from './PatternSection.tsx'
import { SignalSection } from './SignalSection.tsx'
import { usePeriodScope } from './use-period-scope.ts'

/** What the ratings of a period look like from above: the spread, the raters, questions from the data, groups beside each other. */
export default function ModerationPage() {
  const scope = usePeriodScope()
  const { periodKey, unitId } = scope
  const shared = periodKey ? { periodKey, underUnitId: unitId } : null
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="moderation.title" />
      <ListHelp text="moderation.help" />
      <ScopeBar scope={scope} />
      {shared && (
        <PageTabs
          label="moderation.title"
          tabs={[
            { name: 'pattern', label: 'moderation.tabPattern', content: () => <PatternSection {...shared} /> },
            { name: 'raters', label: 'moderation.tabRaters', content: () => <FingerprintSection periodKey={shared.periodKey} /> },
            { name: 'questions', label: 'moderation.tabQuestions', content: () => <SignalSection scope={scope} {...shared} /> },
            {
              name: 'fairness',
              label: 'moderation.tabFairness',
              content: () => (
                <>
                  <FairnessSection scope={scope} {...shared} />
                  <AgreementSection {...shared} />
                </>
              ),
            },
          ]}
        />
      )}
    </Box>
  )
}
