import EditIcon from '@mui/icons-material/EditOutlined'
import { DateInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { CORRECT_EMPLOYEE } from './commands.ts'
import type { EmployeeDetail } from './data.ts'

const fields = ['name', 'titleBefore', 'titleAfter', 'sex', 'birthPlace', 'birthOn', 'email', 'phone'] as const

/** Corrects data of a person that were entered wrongly. Histories are corrected in their source file. */
export function CorrectEmployeeButton({ employee }: { employee: EmployeeDetail }) {
  const initial = Object.fromEntries(fields.map((field) => [field, employee[field]]))
  const changed = (values: Record<string, unknown>) =>
    Object.fromEntries(
      fields.filter((field) => (values[field] ?? null) !== employee[field]).map((field) => [field, values[field] ?? null]),
    )
  return (
    <FormDialogButton
      label="employees.correct"
      icon={<EditIcon />}
      verdict={{ actions: employee.actions, name: 'CORRECT_EMPLOYEE' }}
    >
      {(close) => (
        <FormFrame
          document={CORRECT_EMPLOYEE}
          initial={initial}
          variables={(values) => ({ input: { id: employee.id, ...changed(values), reason: values.reason } })}
          submit="employees.saveCorrection"
          done="employees.corrected"
          onDone={close}
          onCancel={close}
        >
          <TextInput source="name" label="employees.plainName" helperText={false} validate={required()} />
          <TextInput source="titleBefore" label="employees.titleBefore" helperText={false} />
          <TextInput source="titleAfter" label="employees.titleAfter" helperText={false} />
          <CodeInput source="sex" group="sex" label="employees.sex" />
          <TextInput source="birthPlace" label="employees.birthPlace" helperText={false} />
          <DateInput source="birthOn" label="employees.birthOn" helperText={false} />
          <TextInput source="email" label="employees.email" helperText={false} />
          <TextInput source="phone" label="employees.phone" helperText={false} />
          <TextInput source="reason" label="command.reason" helperText="command.reasonHelp" multiline validate={required()} />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
