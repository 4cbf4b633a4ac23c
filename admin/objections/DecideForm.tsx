import { Alert, DialogContentText } from '@mui/material'
import { RadioButtonGroupInput, required, TextInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { codesOf, useSay } from '../frame/language/use-say.ts'
import { DECIDE_OBJECTION, type Objection } from './data.ts'

/** The ruling: rejected, granted in part or wholly; granted it names both levels, of which none is lower than the delivered one. */
export function DecideForm({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const say = useSay()
  const { id, revision, appraisal, proposal } = objection
  return (
    <>
      <DialogContentText sx={{ mb: 1 }}>{say('objectionStep.decideQuestion')}</DialogContentText>
      {proposal && (
        <Alert severity="info" sx={{ mb: 1.5, whiteSpace: 'pre-wrap' }}>
          {say('objections.proposalIs', { proposal })}
        </Alert>
      )}
      <FormFrame
        document={DECIDE_OBJECTION}
        about={id}
        initial={{ result: appraisal?.resultRating, behaviour: appraisal?.behaviourRating }}
        variables={({ decision, reason, result, behaviour }) => ({
          input: { id, revision, decision, reason, ...(decision === 'DITOLAK' ? {} : { result, behaviour }) },
        })}
        submit="objectionStep.decide"
        done="objectionStep.decided"
        onDone={onClose}
        onCancel={onClose}
      >
        <RadioButtonGroupInput
          source="decision"
          label="objections.decisionIs"
          choices={codesOf('objectionDecision')}
          helperText={false}
          validate={required()}
        />
        <Levels />
        <TextInput
          source="reason"
          label="objections.ruling"
          helperText="objectionStep.decideHelp"
          validate={required()}
          multiline
          minRows={3}
        />
      </FormFrame>
    </>
  )
}

function Levels() {
  const decision = useWatch({ name: 'decision' })
  if (decision !== 'DIKABULKAN' && decision !== 'DIKABULKAN_SEBAGIAN') return null
  return (
    <InputGrid>
      <CodeInput source="result" group="levelShort" label="appraisals.result" validate={required()} />
      <CodeInput source="behaviour" group="levelShort" label="appraisals.behaviour" validate={required()} />
    </InputGrid>
  )
}
