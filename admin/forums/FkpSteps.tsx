import { Box, Typography } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { CANCEL_FKP, type Fkp, OPEN_FKP, PUBLISH_FKP, SCHEDULE_FKP } from './data.ts'
import { CloseForm, EditForm, RecordForm } from './StepForms.tsx'

/** The steps that lead on from a stage: what cannot be done yet says why. */
const stepsOf: Partial<Record<Fkp['state'], readonly string[]>> = {
  RANCANGAN: ['EDIT_FKP', 'SCHEDULE_FKP', 'CANCEL_FKP'],
  TERJADWAL: ['OPEN_FKP', 'CANCEL_FKP'],
  BERLANGSUNG: ['RECORD_FKP', 'CLOSE_FKP'],
  SELESAI: ['PUBLISH_FKP'],
}

/** What the person may do with a forum now; nothing for whoever only reads it. */
export function FkpSteps({ fkp }: { fkp: Fkp }) {
  const { id, revision, state } = fkp
  const offered = new Set(stepsOf[state])
  const actions = fkp.actions.filter(({ name }) => offered.has(name))
  if (!actions.some(({ enabled }) => enabled)) return null
  const input = { id, revision }
  const common = { actions, fault: staleNotice, variables: () => ({ input }) }
  return (
    <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 2 }}>
      <FormDialogButton label="fkpStep.edit" verdict={{ actions, name: 'EDIT_FKP' }}>
        {(close) => <EditForm fkp={fkp} onClose={close} />}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="SCHEDULE_FKP"
        label="fkpStep.schedule"
        variant="contained"
        document={SCHEDULE_FKP}
        question="fkpStep.scheduleQuestion"
        done="fkpStep.scheduled"
      />
      <CommandButton
        {...common}
        name="OPEN_FKP"
        label="fkpStep.open"
        variant="contained"
        document={OPEN_FKP}
        question="fkpStep.openQuestion"
        done="fkpStep.opened"
      />
      <FormDialogButton label="fkpStep.record" variant="contained" verdict={{ actions, name: 'RECORD_FKP' }}>
        {(close) => <RecordForm fkp={fkp} onClose={close} />}
      </FormDialogButton>
      <FormDialogButton label="fkpStep.close" verdict={{ actions, name: 'CLOSE_FKP' }}>
        {(close) => <CloseForm fkp={fkp} onClose={close} />}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="PUBLISH_FKP"
        label="fkpStep.publish"
        variant="contained"
        document={PUBLISH_FKP}
        question="fkpStep.publishQuestion"
        done="fkpStep.published"
      />
      <CommandButton
        {...common}
        name="CANCEL_FKP"
        label="fkpStep.cancel"
        document={CANCEL_FKP}
        variables={(reason) => ({ input: { ...input, reason } })}
        question="fkpStep.cancelQuestion"
        done="fkpStep.cancelled"
        reason="REQUIRED"
      />
      {actions
        .filter(({ enabled }) => !enabled)
        .map(({ name, reason }) => (
          <Typography key={name} variant="body2" sx={{ flexBasis: '100%', color: 'text.secondary' }}>
            {reason}
          </Typography>
        ))}
    </Box>
  )
}
