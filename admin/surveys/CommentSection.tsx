import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { REVIEW_COMMENT, type Survey, type SurveyComment } from './data.ts'

/** What citizens wrote; a person reads each before it may be shown. */
export function CommentSection({ comments: { nodes, totalCount } }: { comments: Survey['comments'] }) {
  const mayReview = useMay('surveys.manage')
  const decide = ({ id, state }: SurveyComment) => (
    <>
      <StateChip group="commentState" code={state} />
      {mayReview &&
        (['RELEASED', 'WITHHELD'] as const)
          .filter((decision) => decision !== state)
          .map((decision) => (
            <CommandButton
              key={decision}
              actions={[{ name: decision, enabled: true, reason: null }]}
              name={decision}
              label={decision === 'RELEASED' ? 'surveyStep.release' : 'surveyStep.withhold'}
              size="small"
              document={REVIEW_COMMENT}
              variables={() => ({ input: { id, decision } })}
              question="surveyStep.reviewQuestion"
              done="surveyStep.reviewed"
            />
          ))}
    </>
  )
  return (
    <Section title="surveys.comments">
      <RowsTable<SurveyComment>
        caption="surveys.comments"
        empty="surveys.noComments"
        rows={nodes}
        total={totalCount}
        firstRows={6}
        keyOf={({ id }) => id}
        columns={[
          { label: 'surveys.comment', render: ({ text }) => text },
          { label: 'surveys.state', render: decide },
        ]}
      />
    </Section>
  )
}
