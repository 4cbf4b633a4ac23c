import PlaceIcon from '@mui/icons-material/MoveDownOutlined'
import { DateInput, required, TextInput } from 'react-admin'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { PLACE_EMPLOYEE } from './commands.ts'
import type { Mendable } from './data.ts'

/** Places a person in another unit by a decree that is in force; the position before it ends the day before. */
export function PlaceEmployeeButton({ employee, size }: { employee: Mendable; size?: 'small' }) {
  return (
    <FormDialogButton
      label="employees.place"
      icon={<PlaceIcon />}
      {...(size ? { size } : {})}
      verdict={{ actions: employee.actions, name: 'PLACE_EMPLOYEE' }}
    >
      {(close) => (
        <FormFrame
          document={PLACE_EMPLOYEE}
          about={employee.id}
          variables={({ unitId, validFrom, positionTitle, decreeNumber, reason }) => ({
            input: {
              employeeId: employee.id,
              unitId,
              validFrom,
              positionTitle: positionTitle || null,
              decreeNumber: decreeNumber || null,
              reason: reason || null,
            },
          })}
          submit="employees.place"
          done="employees.placed"
          onDone={close}
          onCancel={close}
        >
          <UnitInput source="unitId" label="employees.unit" validate={required()} />
          <DateInput source="validFrom" label="employees.since" helperText="employees.placeHelp" validate={required()} />
          <TextInput source="positionTitle" label="employees.position" helperText="employees.positionStays" />
          <TextInput source="decreeNumber" label="employees.decree" helperText={false} />
          <TextInput source="reason" label="command.reasonOptional" helperText="command.reasonHelp" multiline />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
