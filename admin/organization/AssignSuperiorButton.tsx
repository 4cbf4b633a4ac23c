import SuperiorIcon from '@mui/icons-material/SupervisorAccountOutlined'
import { DateInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { ASSIGN_SUPERIOR } from './commands.ts'
import type { Mendable } from './data.ts'

/** Gives an employee a superior from a date on; the line before it ends the day before. */
export function AssignSuperiorButton({ employee, size }: { employee: Mendable; size?: 'small' }) {
  return (
    <FormDialogButton
      label="employees.assignSuperior"
      icon={<SuperiorIcon />}
      {...(size ? { size } : {})}
      verdict={{ actions: employee.actions, name: 'ASSIGN_SUPERIOR' }}
    >
      {(close) => (
        <FormFrame
          document={ASSIGN_SUPERIOR}
          about={employee.id}
          variables={({ superiorId, validFrom, assignment, reason }) => ({
            input: { employeeId: employee.id, superiorId, validFrom, assignment, reason: reason || null },
          })}
          initial={{ assignment: 'DEFINITIF' }}
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
          <CodeInput source="assignment" group="assignment" label="employees.assignment" />
          <TextInput source="reason" label="command.reasonOptional" helperText="command.reasonHelp" multiline />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
