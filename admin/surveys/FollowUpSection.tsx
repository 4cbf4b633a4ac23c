import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { FollowUp } from './data.ts'
import { FinishForm } from './SurveyForms.tsx'

/** What follows from the result, by whom and until when. */
export function FollowUpSection({ followUps }: { followUps: readonly FollowUp[] }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const standing = (followUp: FollowUp) => {
    if (followUp.doneOn !== null) return <ToneChip tone="good" label={format.date(followUp.doneOn)} />
    const actions = followUp.actions.filter(({ enabled }) => enabled)
    return (
      <FormDialogButton label="surveyStep.finish" size="small" verdict={{ actions, name: 'FINISH' }}>
        {(close) => <FinishForm followUp={followUp} onClose={close} />}
      </FormDialogButton>
    )
  }
  return (
    <Section title="surveys.followUps">
      <RowsTable<FollowUp>
        caption="surveys.followUps"
        empty="surveys.noFollowUps"
        rows={followUps}
        keyOf={({ id }) => id}
        columns={[
          { label: 'surveys.question', render: ({ code }) => label('surveyQuestion', code) },
          { label: 'surveys.action', render: ({ action }) => action },
          { label: 'surveys.owner', render: ({ owner }) => owner?.fullName ?? '–' },
          { label: 'surveys.dueOn', render: ({ dueOn }) => format.date(dueOn) },
          {
            label: 'surveys.outcome',
            render: (followUp) => (
              <>
                {standing(followUp)} {followUp.outcome}{' '}
                {followUp.proofUrl && (
                  <a href={followUp.proofUrl} target="_blank" rel="noreferrer">
                    {say('surveys.proofUrl')}
                  </a>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
