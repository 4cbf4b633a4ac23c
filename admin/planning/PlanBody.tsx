import { Box } from '@mui/material'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { CascadeTab } from './CascadeTab.tsx'
import { CloseButtons } from './CloseButtons.tsx'
import { ContentTab } from './ContentTab.tsx'
import { DialogueTab } from './DialogueTab.tsx'
import { DifferencesTab } from './DifferencesTab.tsx'
import type { Plan } from './data.ts'
import { FaultList } from './FaultList.tsx'
import { PlanDecisions } from './PlanDecisions.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { PlanStanding } from './PlanStanding.tsx'

/** Everything about one plan, on its page and on the own one. */
export function PlanBody({ plan }: { plan: Plan }) {
  const mayEdit = plan.actions.some(({ name, enabled }) => name === 'EDIT' && enabled)
  return (
    <>
      <PlanStanding plan={plan} />
      <FaultList plan={plan} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <PlanDecisions plan={plan} />
        <CloseButtons plan={plan} />
      </Box>
      <PageTabs
        label="skps.parts"
        tabs={[
          { name: 'content', label: 'skps.content', content: () => <ContentTab plan={plan} /> },
          ...(mayEdit
            ? [{ name: 'edit', label: 'skps.edit' as const, content: () => <PlanEditor key={plan.revision} plan={plan} /> }]
            : []),
          { name: 'cascade', label: 'skps.cascade', content: () => <CascadeTab plan={plan} /> },
          { name: 'changes', label: 'skps.changes', content: () => <DifferencesTab plan={plan} /> },
          { name: 'dialogues', label: 'skps.dialogues', content: () => <DialogueTab plan={plan} /> },
        ]}
      />
    </>
  )
}
