import { RadioButtonGroupInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { codesOf } from '../frame/language/use-say.ts'
import {
  ANSWER_COMPLAINT,
  ASSIGN_COMPLAINT,
  type Complaint,
  FORWARD_COMPLAINT,
  REJECT_COMPLAINT,
  VERIFY_COMPLAINT,
} from './data.ts'

type Props = { complaint: Complaint; onClose: () => void }

/** What every form of a step has: the complaint as it was read, and the way out. */
function step({ complaint: { id, revision }, onClose }: Props) {
  return { common: { about: id, onDone: onClose, onCancel: onClose }, one: { id, revision } }
}

export function VerifyForm(props: Props) {
  const { common, one } = step(props)
  const { unit, category, class: ofClass, queue } = props.complaint
  const initial = { unitId: unit?.id, category, class: ofClass ?? (queue === 'INSPECTORATE' ? 'PENGAWASAN' : 'NON_PENGAWASAN') }
  return (
    <FormFrame
      {...common}
      document={VERIFY_COMPLAINT}
      initial={initial}
      variables={({ unitId, category: about, class: chosen }) => ({ input: { ...one, unitId, category: about, class: chosen } })}
      submit="complaintStep.verify"
      done="complaintStep.verified"
    >
      <UnitInput source="unitId" label="complaints.unit" validate={required()} />
      <CodeInput source="category" group="complaintCategory" label="complaints.category" validate={required()} />
      <CodeInput source="class" group="complaintClass" label="complaints.class" validate={required()} />
    </FormFrame>
  )
}

export function AssignForm(props: Props) {
  const { common, one } = step(props)
  return (
    <FormFrame
      {...common}
      document={ASSIGN_COMPLAINT}
      initial={{ handlerId: props.complaint.handler?.id }}
      variables={({ handlerId }) => ({ input: { ...one, handlerId } })}
      submit="complaintStep.assign"
      done="complaintStep.assigned"
    >
      <PersonInput source="handlerId" label="complaints.handler" validate={required()} />
    </FormFrame>
  )
}

export function AnswerForm(props: Props) {
  const { common, one } = step(props)
  const isInspected = props.complaint.queue === 'INSPECTORATE'
  return (
    <FormFrame
      {...common}
      document={ANSWER_COMPLAINT}
      variables={({ text, finding, officialId }) => ({
        input: { ...one, text, ...(isInspected ? { finding, officialId: officialId || null } : {}) },
      })}
      submit="complaintStep.answer"
      done="complaintStep.answered"
    >
      <TextInput
        source="text"
        label="complaints.text"
        helperText="complaints.answerHelp"
        validate={required()}
        multiline
        minRows={4}
      />
      {isInspected && (
        <>
          <RadioButtonGroupInput
            source="finding"
            label="complaints.finding"
            choices={codesOf('complaintFinding')}
            helperText={false}
            validate={required()}
          />
          <PersonInput source="officialId" label="complaints.official" />
        </>
      )}
    </FormFrame>
  )
}

export function RejectForm(props: Props) {
  const { common, one } = step(props)
  return (
    <FormFrame
      {...common}
      document={REJECT_COMPLAINT}
      variables={({ exclusion, duplicateOfId, reason }) => ({
        input: { ...one, exclusion, reason, duplicateOfId: duplicateOfId || null },
      })}
      submit="complaintStep.reject"
      done="complaintStep.rejected"
    >
      <CodeInput
        source="exclusion"
        group="complaintExclusion"
        codes={['DUPLICATE', 'OUT_OF_SCOPE', 'SPAM']}
        label="complaints.exclusion"
        validate={required()}
      />
      <TextInput source="duplicateOfId" label="complaints.originalId" helperText="complaints.originalHelp" />
      <TextInput source="reason" label="complaints.reason" validate={required()} helperText={false} multiline minRows={3} />
    </FormFrame>
  )
}

export function ForwardForm(props: Props) {
  const { common, one } = step(props)
  return (
    <FormFrame
      {...common}
      document={FORWARD_COMPLAINT}
      variables={({ agency, reason }) => ({ input: { ...one, agency, reason } })}
      submit="complaintStep.forward"
      done="complaintStep.forwarded"
    >
      <TextInput source="agency" label="complaints.agency" validate={required()} helperText={false} />
      <TextInput source="reason" label="complaints.reason" validate={required()} helperText={false} multiline minRows={3} />
    </FormFrame>
  )
}
