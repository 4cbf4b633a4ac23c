import CloseIcon from '@mui/icons-material/DomainDisabledOutlined'
import { DateInput, required, TextInput } from 'react-admin'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { CHANGE_UNIT } from './commands.ts'
import type { Mendable } from './data.ts'

/** Closes a unit that no longer exists. Its history stays. */
export function CloseUnitButton({ unit }: { unit: Mendable }) {
  return (
    <FormDialogButton
      label="units.close"
      icon={<CloseIcon />}
      size="small"
      verdict={{ actions: unit.actions, name: 'CHANGE_UNIT' }}
    >
      {(close) => (
        <FormFrame
          document={CHANGE_UNIT}
          about={unit.id}
          variables={({ closedOn, reason }) => ({ input: { id: unit.id, validFrom: closedOn, closedOn, reason } })}
          submit="units.close"
          done="units.changed"
          onDone={close}
          onCancel={close}
        >
          <DateInput source="closedOn" label="units.closedOn" helperText="units.closedOnHelp" validate={required()} />
          <TextInput source="reason" label="command.reason" helperText="command.reasonHelp" multiline validate={required()} />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
