import ReopenIcon from '@mui/icons-material/RestartAltOutlined'
import { DialogContentText } from '@mui/material'
import { required, TextInput } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { REOPEN_APPRAISAL } from './commands.ts'
import type { AppraisalDetail } from './data.ts'

/** Opens a final result again as a new version: on an order, a judgement, or for fraud in the data, and never for anything else. */
export function ReopenButton({ appraisal: { id, revision, actions } }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <FormDialogButton label="decision.reopen" icon={<ReopenIcon />} variant="text" verdict={{ actions, name: 'REOPEN' }}>
      {(close) => (
        <>
          <DialogContentText sx={{ mb: 1 }}>{say('decision.reopenQuestion')}</DialogContentText>
          <FormFrame
            document={REOPEN_APPRAISAL}
            about={id}
            variables={({ ground, reason }) => ({ input: { id, revision, ground, reason } })}
            submit="decision.reopen"
            done="decision.reopened"
            onDone={({ reopenAppraisal }) => navigate(`/appraisals/${reopenAppraisal.id}/show`)}
            onCancel={close}
          >
            <CodeInput
              source="ground"
              group="reopenGround"
              codes={['PYB_ORDER', 'COURT', 'DATA_FRAUD']}
              label="decision.ground"
              validate={required()}
            />
            <TextInput
              source="reason"
              label="command.reason"
              helperText="decision.reopenHelp"
              validate={required()}
              multiline
              minRows={3}
            />
          </FormFrame>
        </>
      )}
    </FormDialogButton>
  )
}
