import AnswerIcon from '@mui/icons-material/ReplyOutlined'
import VerifyIcon from '@mui/icons-material/TaskAltOutlined'
import { Box } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { ASK_COMPLAINANT, type Complaint, NOTE_COMPLAINT, RETURN_TO_DESK, SEND_TO_INSPECTORATE, START_COMPLAINT } from './data.ts'
import { IdentityButton } from './IdentityButton.tsx'
import { AnswerForm, AssignForm, ForwardForm, RejectForm, VerifyForm } from './StepForms.tsx'

/** What the person may do about a complaint now. Steps that are not open to them are left out: most complaints have one next step. */
export function ComplaintSteps({ complaint }: { complaint: Complaint }) {
  const { id, revision } = complaint
  const actions = complaint.actions.filter(({ enabled }) => enabled)
  if (actions.length === 0) return null
  const one = { id, revision }
  const common = { actions, fault: staleNotice }
  const form = { complaint }
  return (
    <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1.5 }}>
      <FormDialogButton
        label="complaintStep.verify"
        icon={<VerifyIcon />}
        variant="contained"
        verdict={{ actions, name: 'VERIFY_COMPLAINT' }}
      >
        {(close) => <VerifyForm {...form} onClose={close} />}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="START_COMPLAINT"
        label="complaintStep.start"
        variant="contained"
        document={START_COMPLAINT}
        variables={() => ({ input: one })}
        question="complaintStep.startQuestion"
        done="complaintStep.started"
      />
      <FormDialogButton
        label="complaintStep.answer"
        icon={<AnswerIcon />}
        variant="contained"
        verdict={{ actions, name: 'ANSWER_COMPLAINT' }}
      >
        {(close) => <AnswerForm {...form} onClose={close} />}
      </FormDialogButton>
      <FormDialogButton label="complaintStep.assign" verdict={{ actions, name: 'ASSIGN_COMPLAINT' }}>
        {(close) => <AssignForm {...form} onClose={close} />}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="ASK_COMPLAINANT"
        label="complaintStep.ask"
        document={ASK_COMPLAINANT}
        variables={(text) => ({ input: { id, text } })}
        question="complaintStep.askQuestion"
        done="complaintStep.asked"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="NOTE_COMPLAINT"
        label="complaintStep.note"
        document={NOTE_COMPLAINT}
        variables={(text) => ({ input: { id, text } })}
        question="complaintStep.noteQuestion"
        done="complaintStep.noted"
        reason="REQUIRED"
      />
      <FormDialogButton label="complaintStep.forward" verdict={{ actions, name: 'FORWARD_COMPLAINT' }}>
        {(close) => <ForwardForm {...form} onClose={close} />}
      </FormDialogButton>
      <FormDialogButton label="complaintStep.reject" verdict={{ actions, name: 'REJECT_COMPLAINT' }}>
        {(close) => <RejectForm {...form} onClose={close} />}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="SEND_COMPLAINT_TO_INSPECTORATE"
        label="complaintStep.toInspectorate"
        document={SEND_TO_INSPECTORATE}
        variables={() => ({ input: one })}
        question="complaintStep.toInspectorateQuestion"
        done="complaintStep.sent"
      />
      <CommandButton
        {...common}
        name="RETURN_COMPLAINT_TO_DESK"
        label="complaintStep.toDesk"
        document={RETURN_TO_DESK}
        variables={() => ({ input: one })}
        question="complaintStep.toDeskQuestion"
        done="complaintStep.returned"
      />
      <IdentityButton complaint={complaint} actions={actions} />
    </Box>
  )
}
