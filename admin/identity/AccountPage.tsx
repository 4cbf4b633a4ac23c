import { Box } from '@mui/material'
import { required, TextInput, Title, useRefresh } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { useViewer } from '../frame/viewer-context.ts'
import { CHANGE_PASSWORD } from './commands.ts'
import { OWN_SESSIONS } from './data.ts'
import { SessionsSection } from './SessionsSection.tsx'

/** One's own account: roles, password, and where one is signed in. */
export default function AccountPage() {
  const say = useSay()
  const label = useCodeLabel()
  const refresh = useRefresh()
  const viewer = useViewer()
  const { data, error } = useRead(OWN_SESSIONS, {})
  return (
    <Box sx={{ pt: 2, maxWidth: 900 }}>
      <Title title="account.title" />
      <Section title="account.who">
        <Facts
          facts={[
            { label: 'users.name', value: viewer.displayName },
            { label: 'users.username', value: viewer.username },
            {
              label: 'users.roles',
              value: viewer.roles
                .map(({ role, unit }) => `${label('role', role)} (${unit?.name ?? say('users.wholeCity')})`)
                .join(', '),
            },
          ]}
        />
      </Section>
      <Section title="account.changePassword" help="account.passwordHelp">
        <Box sx={{ maxWidth: 420 }}>
          <FormFrame
            document={CHANGE_PASSWORD}
            about={null}
            variables={({ currentPassword, newPassword }) => ({ input: { currentPassword, newPassword } })}
            submit="account.changePassword"
            done="account.passwordChanged"
            onDone={refresh}
          >
            <TextInput
              source="currentPassword"
              type="password"
              autoComplete="current-password"
              label="account.currentPassword"
              helperText={false}
              validate={required()}
            />
            <TextInput
              source="newPassword"
              type="password"
              autoComplete="new-password"
              label="account.newPassword"
              helperText={false}
              validate={required()}
            />
          </FormFrame>
        </Box>
      </Section>
      {error && <FaultNotice error={error} />}
      {data && <SessionsSection sessions={data.viewer.sessions.nodes} />}
    </Box>
  )
}
