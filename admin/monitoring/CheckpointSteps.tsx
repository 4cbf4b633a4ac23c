import { Alert, Box } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { CheckpointForm } from './CheckpointForm.tsx'
import {
  ASSIGN_CHECKPOINT,
  type Checkpoint,
  CLOSE_CHECKPOINT,
  DROP_CHECKPOINT,
  RETURN_CHECKPOINT,
  REVIEW_CHECKPOINT,
} from './data.ts'

/** What the person may do about a checkpoint now; that a conflict of interest keeps them from it is told. */
export function CheckpointSteps({ checkpoint }: { checkpoint: Checkpoint }) {
  const { id, revision, state } = checkpoint
  const actions = checkpoint.actions.filter(({ enabled }) => enabled)
  const isWaiting = ['JATUH_TEMPO', 'TERLEWAT', 'DIISI'].includes(state)
  const kept = checkpoint.actions.find(({ name, enabled }) => !enabled && name === (state === 'DIISI' ? 'REVIEW' : 'FILE'))
  const step = { id, revision }
  const reasoned = (reason: string) => ({ input: { ...step, reason } })
  const common = { actions, fault: staleNotice }
  return (
    <>
      <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1.5 }}>
        <FormDialogButton label="checkpoints.file" variant="contained" verdict={{ actions, name: 'FILE' }}>
          {(close) => <CheckpointForm checkpoint={checkpoint} onClose={close} />}
        </FormDialogButton>
        <CommandButton
          {...common}
          name="REVIEW"
          label="checkpoints.review"
          variant="contained"
          document={REVIEW_CHECKPOINT}
          variables={(note) => ({ input: { ...step, note } })}
          question="checkpoints.reviewQuestion"
          done="checkpoints.reviewed"
          reason="OPTIONAL"
        />
        <CommandButton
          {...common}
          name="RETURN"
          label="checkpoints.return"
          document={RETURN_CHECKPOINT}
          variables={reasoned}
          question="checkpoints.returnQuestion"
          done="checkpoints.returned"
          reason="REQUIRED"
        />
        <CommandButton
          {...common}
          name="CLOSE"
          label="checkpoints.close"
          variant="contained"
          document={CLOSE_CHECKPOINT}
          variables={reasoned}
          question="checkpoints.closeQuestion"
          done="checkpoints.closed"
          reason="REQUIRED"
        />
        <FormDialogButton label="checkpoints.assign" verdict={{ actions, name: 'ASSIGN' }}>
          {(close) => (
            <FormFrame
              document={ASSIGN_CHECKPOINT}
              about={id}
              variables={({ assigneeId }) => ({ input: { ...step, assigneeId } })}
              submit="checkpoints.assign"
              done="checkpoints.assigned"
              onDone={close}
              onCancel={close}
            >
              <PersonInput source="assigneeId" label="checkpoints.assignee" />
            </FormFrame>
          )}
        </FormDialogButton>
        <CommandButton
          {...common}
          name="DROP"
          label="checkpoints.drop"
          variant="text"
          document={DROP_CHECKPOINT}
          variables={reasoned}
          question="checkpoints.dropQuestion"
          done="checkpoints.closed"
          reason="REQUIRED"
        />
      </Box>
      {isWaiting && kept && (
        <Alert severity="info" sx={{ my: 1 }}>
          {kept.reason}
        </Alert>
      )}
    </>
  )
}
