import { Box } from '@mui/material'
import { DateInput, required, TextInput } from 'react-admin'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { CLOSE_PERIOD, COMPUTE_APPRAISALS, EXTEND_PERIOD, OPEN_PERIOD } from './commands.ts'
import type { PeriodRow } from './data.ts'

const compute = [{ name: 'COMPUTE', enabled: true, reason: null }]

/** The steps that a period can take from where it stands. */
export function PeriodActions({ period }: { period: PeriodRow }) {
  const mayCompute = useMay('appraisals.compute')
  const shared = { actions: period.actions, variant: 'text', size: 'small' } as const
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      {period.state === 'PREPARED' && (
        <CommandButton
          {...shared}
          name="OPEN"
          label="periods.open"
          document={OPEN_PERIOD}
          variables={() => ({ input: { id: period.id } })}
          question="periods.openQuestion"
          done="periods.opened"
        />
      )}
      {mayCompute && period.kind !== 'MONTH' && period.state !== 'PREPARED' && (
        <CommandButton
          {...shared}
          actions={compute}
          name="COMPUTE"
          label="periods.compute"
          document={COMPUTE_APPRAISALS}
          variables={() => ({ input: { periodKey: period.key } })}
          question="periods.computeQuestion"
          done="periods.computed"
        />
      )}
      {period.state === 'OPEN' && period.kind !== 'MONTH' && (
        <FormDialogButton
          label="periods.extend"
          variant="text"
          size="small"
          verdict={{ actions: period.actions, name: 'EXTEND' }}
        >
          {(close) => (
            <FormFrame
              document={EXTEND_PERIOD}
              about={period.id}
              initial={{ closesOn: period.closesOn }}
              variables={({ closesOn, reason }) => ({ input: { id: period.id, closesOn, reason } })}
              submit="periods.extend"
              done="periods.extended"
              onDone={close}
              onCancel={close}
            >
              <DateInput source="closesOn" label="periods.closesOn" helperText="periods.extendHelp" validate={required()} />
              <TextInput source="reason" label="command.reason" helperText={false} multiline validate={required()} />
            </FormFrame>
          )}
        </FormDialogButton>
      )}
      {period.state === 'OPEN' && (
        <CommandButton
          {...shared}
          name="CLOSE"
          label="periods.close"
          document={CLOSE_PERIOD}
          variables={() => ({ input: { id: period.id } })}
          question="periods.closeQuestion"
          done="periods.closed"
        />
      )}
    </Box>
  )
}
