import AddIcon from '@mui/icons-material/PersonAddOutlined'
import { useState } from 'react'
import { required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { CREATE_USER } from './commands.ts'
import { OneTimeSecret } from './OneTimeSecret.tsx'

/** Creates a user with a first role; the server makes the password and shows it once. */
export function CreateUserButton() {
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <>
      <FormDialogButton label="users.create" icon={<AddIcon />} size="small" variant="contained">
        {(close) => (
          <FormFrame
            document={CREATE_USER}
            about={null}
            variables={({ username, displayName, nip, role, unitId }) => ({
              input: { username, displayName, nip: nip || null, role: role || null, unitId: unitId || null },
            })}
            submit="users.create"
            done="users.created"
            onDone={({ createUser }) => {
              close()
              setSecret(createUser.password)
            }}
            onCancel={close}
          >
            <TextInput source="username" label="users.username" helperText="users.usernameHelp" validate={required()} />
            <TextInput source="displayName" label="users.name" helperText={false} validate={required()} />
            <TextInput source="nip" label="employees.nip" helperText="users.nipHelp" inputMode="numeric" />
            <CodeInput source="role" group="role" label="users.role" />
            <UnitInput source="unitId" label="users.unit" helperText="users.unitHelp" />
          </FormFrame>
        )}
      </FormDialogButton>
      {secret && <OneTimeSecret title="users.password" secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}
