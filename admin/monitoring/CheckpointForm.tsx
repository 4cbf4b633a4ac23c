import { Alert, Box } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { CheckboxGroupInput, DateInput, required, TextInput } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame, type Values } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { codesOf, useSay } from '../frame/language/use-say.ts'
import { type Checkpoint, FILE_CHECKPOINT } from './data.ts'

type Props = { checkpoint: Pick<Checkpoint, 'id' | 'revision'>; onClose: () => void }

/** Files a checkpoint from a phone: what was typed outlives a cut line, and is sent once. */
export function CheckpointForm({ checkpoint: { id, revision }, onClose }: Props) {
  return (
    <FormFrame
      document={FILE_CHECKPOINT}
      about={id}
      initial={{ checklist: [] }}
      variables={(values) => ({ input: { id, revision, ...seen(values) } })}
      submit="checkpoints.send"
      done="checkpoints.sent"
      onDone={onClose}
      onCancel={onClose}
    >
      <CodeInput source="applied" group="applied" label="checkpoints.applied" validate={required()} />
      <CheckboxGroupInput
        source="checklist"
        label="checkpoints.checklist"
        choices={codesOf('checklistItem')}
        row={false}
        helperText={false}
      />
      <CodeInput source="support" group="support" label="checkpoints.support" validate={required()} />
      <TextInput source="obstacles" label="checkpoints.obstacles" helperText={false} multiline minRows={2} />
      <TextInput source="evidence" label="checkpoints.evidence" helperText={false} multiline />
      <CodeInput source="finding" group="finding" label="checkpoints.finding" validate={required()} />
      <TextInput
        source="recommendation"
        label="checkpoints.recommendation"
        helperText="checkpoints.needed"
        multiline
        minRows={2}
      />
      <PersonInput source="ownerId" label="checkpoints.owner" helperText="checkpoints.needed" />
      <DateInput source="actionDueOn" label="checkpoints.actionDueOn" helperText="checkpoints.needed" />
      <SendWhenOnline />
    </FormFrame>
  )
}

function seen({ applied, support, checklist, obstacles, evidence, finding, recommendation, ownerId, actionDueOn }: Values) {
  return {
    ...{ applied: Number(applied), support: Number(support), finding, checklist: checklist ?? [] },
    ...{ obstacles: obstacles ?? '', evidence: evidence ?? '', recommendation: recommendation ?? '' },
    ...{ ownerId: ownerId || null, actionDueOn: actionDueOn || null },
  }
}

/** Sends again what was sent without a connection, as soon as there is one. The form keeps its key, so that the server takes it once. */
function SendWhenOnline() {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const [isWaiting, setWaiting] = useState(false)
  const { isSubmitting, submitCount } = useFormContext().formState
  useEffect(() => {
    if (submitCount > 0 && !isSubmitting) setWaiting(!navigator.onLine)
  }, [submitCount, isSubmitting])
  useEffect(() => {
    if (!isWaiting) return
    const send = () => {
      setWaiting(false)
      place.current?.closest('form')?.requestSubmit()
    }
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [isWaiting])
  return (
    <Box ref={place} role="status">
      {isWaiting && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {say('checkpoints.offline')}
        </Alert>
      )}
    </Box>
  )
}
