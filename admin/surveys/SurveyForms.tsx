import { DateInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { EDIT_SURVEY, FINISH_FOLLOW_UP, type FollowUp, PLAN_FOLLOW_UP, REOPEN_SURVEY, type Survey } from './data.ts'
import { contentOf, SurveyInputs } from './SurveyInputs.tsx'

type Props = { survey: Survey; onClose: () => void }

export function EditForm({ survey, onClose }: Props) {
  const { id, revision, indicator, questions, ...rest } = survey
  const unsur = questions.flatMap(({ code }) => (code.startsWith('U') ? [code] : []))
  const own = questions.filter(({ code }) => code.startsWith('T'))
  return (
    <FormFrame
      document={EDIT_SURVEY}
      about={id}
      initial={{ ...rest, indicatorId: indicator?.id, unsur, questions: own }}
      variables={(values) => ({ input: { id, revision, ...contentOf(values) } })}
      submit="surveys.save"
      done="surveys.saved"
      onDone={onClose}
      onCancel={onClose}
    >
      <SurveyInputs />
    </FormFrame>
  )
}

export function ReopenForm({ survey: { id, revision }, onClose }: Props) {
  return (
    <FormFrame
      document={REOPEN_SURVEY}
      about={id}
      variables={({ closesOn, reason }) => ({ input: { id, revision, closesOn, reason } })}
      submit="surveyStep.reopen"
      done="surveyStep.reopened"
      onDone={onClose}
      onCancel={onClose}
    >
      <DateInput source="closesOn" label="surveys.closesOn" validate={required()} helperText={false} />
      <TextInput source="reason" label="surveys.reason" validate={required()} helperText={false} multiline minRows={3} />
    </FormFrame>
  )
}

export function PlanForm({ survey: { id, questions, official }, onClose }: Props) {
  return (
    <FormFrame
      document={PLAN_FOLLOW_UP}
      about={id}
      initial={{ code: official?.result?.lowestFirst[0] }}
      variables={({ code, action, ownerId, dueOn }) => ({ input: { surveyId: id, code, action, ownerId, dueOn } })}
      submit="surveyStep.plan"
      done="surveyStep.planned"
      onDone={onClose}
      onCancel={onClose}
    >
      <CodeInput
        source="code"
        group="surveyQuestion"
        codes={questions.flatMap(({ code }) => (code.startsWith('U') ? [code] : []))}
        label="surveys.question"
        validate={required()}
      />
      <TextInput source="action" label="surveys.action" validate={required()} helperText={false} multiline minRows={2} />
      <PersonInput source="ownerId" label="surveys.owner" validate={required()} />
      <DateInput source="dueOn" label="surveys.dueOn" validate={required()} helperText={false} />
    </FormFrame>
  )
}

export function FinishForm({ followUp: { id, revision }, onClose }: { followUp: FollowUp; onClose: () => void }) {
  return (
    <FormFrame
      document={FINISH_FOLLOW_UP}
      about={id}
      variables={({ outcome, proofUrl }) => ({ input: { id, revision, outcome, proofUrl: proofUrl || null } })}
      submit="surveyStep.finish"
      done="surveyStep.finished"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextInput source="outcome" label="surveys.outcome" validate={required()} helperText={false} multiline minRows={3} />
      <TextInput source="proofUrl" label="surveys.proofUrl" helperText={false} />
    </FormFrame>
  )
}
