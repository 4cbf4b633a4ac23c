import SuperiorIcon from '@mui/icons-material/SupervisorAccountOutlined'
import { DateInput, required } from 'react-admin'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { ASSIGN_SUPERIOR } from './commands.ts'
import type { EmployeeDetail } from './data.ts'

/** Gives an employee a superior from a date on; the line before it ends the day before. */
export function AssignSuperiorButton({ employee }: { employee: EmployeeDetail }) {
  return (
    <FormDialogButton
      label="employees.assignSuperior"
      icon={<SuperiorIcon />}
      verdict={{ actions: employee.actions, name: 'ASSIGN_SUPERIOR' }}
    >
      {(close) => (
        <FormFrame
          document={ASSIGN_SUPERIOR}
          variables={({ superiorId, validFrom }) => ({ input: { employeeId: employee.id, superiorId, validFrom } })}
          submit="employees.assignSuperior"
          done="employees.superiorAssigned"
          onDone={close}
          onCancel={close}
        >
          <PersonInput
            source="superiorId"
            label="employees.superior"
            helperText="employees.superiorChoice"
            validate={required()}
          />
          <DateInput source="validFrom" label="employees.validFrom" helperText="employees.validFromHelp" validate={required()} />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
