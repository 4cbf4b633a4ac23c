import { DateInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { GRANT_ROLE } from './commands.ts'
import type { UserDetail } from './data.ts'

export function GrantRoleButton({ user }: { user: UserDetail }) {
  return (
    <FormDialogButton label="users.grant" verdict={{ actions: user.actions, name: 'GRANT_ROLE' }}>
      {(close) => (
        <FormFrame
          document={GRANT_ROLE}
          about={user.id}
          variables={({ role, unitId, validFrom, validTo, reason }) => ({
            input: {
              userId: user.id,
              role,
              unitId: unitId || null,
              validFrom: validFrom || null,
              validTo: validTo || null,
              reason,
            },
          })}
          submit="users.grant"
          done="users.granted"
          onDone={close}
          onCancel={close}
        >
          <CodeInput source="role" group="role" label="users.role" validate={required()} />
          <UnitInput source="unitId" label="users.unit" helperText="users.unitHelp" />
          <DateInput source="validFrom" label="employees.validFrom" helperText="users.validFromHelp" />
          <DateInput source="validTo" label="employees.validTo" helperText={false} />
          <TextInput source="reason" label="command.reason" helperText="command.reasonHelp" multiline validate={required()} />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
