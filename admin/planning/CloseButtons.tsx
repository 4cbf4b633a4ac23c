import { Box } from '@mui/material'
import { DateInput, required } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { CLOSE_SKP, DISCARD_SKP, SPLIT_SKP } from './commands.ts'
import type { Plan } from './data.ts'

/** How a plan ends: closed at the end of its days, followed by another one after a transfer, or thrown away as a draft. */
export function CloseButtons({ plan }: { plan: Plan }) {
  const { id, revision, actions } = plan
  const navigate = useNavigate()
  const open = actions.filter(({ enabled }) => enabled)
  const cancel = (close: () => void) => ({ onDone: close, onCancel: close })
  return (
    <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1 }}>
      <FormDialogButton label="skpStep.close" variant="text" verdict={{ actions: open, name: 'CLOSE' }}>
        {(close) => (
          <FormFrame
            document={CLOSE_SKP}
            about={id}
            variables={({ closeReason, lastDay }) => ({ input: { id, revision, closeReason, lastDay: lastDay || null } })}
            submit="skpStep.close"
            done="skpStep.closed"
            {...cancel(close)}
          >
            <CodeInput
              source="closeReason"
              group="skpCloseReason"
              codes={['PERIOD_END', 'SEPARATION']}
              label="skpStep.why"
              validate={required()}
            />
            <DateInput source="lastDay" label="skpStep.lastDay" helperText="skpStep.lastDayHelp" />
          </FormFrame>
        )}
      </FormDialogButton>
      <FormDialogButton label="skpStep.split" variant="text" verdict={{ actions: open, name: 'SPLIT' }}>
        {(close) => (
          <FormFrame
            document={SPLIT_SKP}
            about={id}
            variables={({ closeReason, startsOn }) => ({ input: { id, revision, closeReason, startsOn } })}
            submit="skpStep.split"
            done="skpStep.splitDone"
            onDone={({ splitSkp }) => navigate(`/skps/${splitSkp.id}/show`)}
            onCancel={close}
          >
            <CodeInput
              source="closeReason"
              group="skpCloseReason"
              codes={['TRANSFER', 'PENILAI_CHANGE']}
              label="skpStep.why"
              validate={required()}
            />
            <DateInput source="startsOn" label="skpStep.nextStartsOn" helperText={false} validate={required()} />
          </FormFrame>
        )}
      </FormDialogButton>
      <CommandButton
        actions={open}
        name="DISCARD"
        label="skpStep.discard"
        variant="text"
        color="error"
        document={DISCARD_SKP}
        variables={() => ({ input: { id, revision } })}
        question="skpStep.discardQuestion"
        done="skpStep.discarded"
        fault={staleNotice}
        onDone={() => navigate('/skps')}
      />
    </Box>
  )
}
