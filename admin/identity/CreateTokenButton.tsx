import AddIcon from '@mui/icons-material/Add'
import { Typography } from '@mui/material'
import { useState } from 'react'
import { DateInput, required, SelectArrayInput, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { useViewer } from '../frame/viewer-context.ts'
import { CopyBlock } from '../integrators/CopyBlock.tsx'
import { curlLine } from '../integrators/curl-line.ts'
import { CREATE_TOKEN } from './commands.ts'
import { OneTimeSecret } from './OneTimeSecret.tsx'

/** The smallest question that every token with the right to read may ask. */
const tryDocument = '{ units(first: 3) { totalCount nodes { code name } } }'

/** A token for another system: a role, the permissions that it may use of it, and an end. */
export function CreateTokenButton() {
  const { permissions } = useViewer()
  const say = useSay()
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <>
      <FormDialogButton label="tokens.create" icon={<AddIcon />} size="small" variant="contained">
        {(close) => (
          <FormFrame
            document={CREATE_TOKEN}
            about={null}
            initial={{ role: 'INTEGRATOR' }}
            variables={({ name, role, scopes, expiresOn }) => ({
              input: {
                name,
                role,
                scopes: Array.isArray(scopes) && scopes.length > 0 ? scopes : null,
                expiresAt: expiresOn ? `${String(expiresOn).slice(0, 10)}T23:59:59+07:00` : null,
              },
            })}
            submit="tokens.create"
            done="tokens.created"
            onDone={({ createApiToken }) => {
              close()
              setSecret(createApiToken.token)
            }}
            onCancel={close}
          >
            <TextInput source="name" label="tokens.name" helperText="tokens.nameHelp" validate={required()} />
            <CodeInput source="role" group="role" label="users.role" validate={required()} />
            <SelectArrayInput
              source="scopes"
              label="tokens.scopes"
              helperText="tokens.scopesHelp"
              choices={permissions.map((permission) => ({ id: permission, name: permission }))}
              translateChoice={false}
            />
            <DateInput source="expiresOn" label="sessions.expiresAt" helperText="tokens.expiresHelp" />
          </FormFrame>
        )}
      </FormDialogButton>
      {secret && (
        <OneTimeSecret title="tokens.secret" secret={secret} onClose={() => setSecret(null)}>
          <Typography sx={{ mt: 2, mb: 1 }}>{say('tokens.tryIt')}</Typography>
          <CopyBlock label="tokens.curl" text={curlLine(window.location.origin, secret, tryDocument)} />
        </OneTimeSecret>
      )}
    </>
  )
}
