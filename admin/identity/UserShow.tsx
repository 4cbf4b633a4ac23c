import { useState } from 'react'
import { Link } from 'react-router-dom'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { DISABLE_USER, ENABLE_USER, RESET_PASSWORD } from './commands.ts'
import type { UserDetail } from './data.ts'
import { GrantRoleButton } from './GrantRoleButton.tsx'
import { OneTimeSecret } from './OneTimeSecret.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import { UserGrants } from './UserGrants.tsx'

export default function UserShow() {
  const say = useSay()
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <>
      <DetailFrame<UserDetail>
        heading={(user) => ({
          title: user.displayName,
          subtitle: (
            <>
              {user.username}
              {user.employee && (
                <>
                  {' · '}
                  <Link to={`/employees/${user.employee.id}/show`}>{user.employee.fullName}</Link>
                </>
              )}
            </>
          ),
          chips: (
            <>
              <ToneChip
                tone={user.disabledAt ? 'bad' : 'good'}
                label={say(user.disabledAt ? 'users.disabled' : 'users.active')}
              />
              {user.isDemo && <ToneChip tone="warn" label={say('app.demo')} />}
            </>
          ),
          actions: <Commands user={user} onSecret={setSecret} />,
        })}
      >
        {(user) => (
          <>
            <UserGrants user={user} />
            <SessionsSection sessions={user.sessions.nodes} />
            <RecordHistory ids={[user.id]} />
          </>
        )}
      </DetailFrame>
      {secret && <OneTimeSecret title="users.password" secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}

function Commands({ user, onSecret }: { user: UserDetail; onSecret: (secret: string | null) => void }) {
  const shared = {
    actions: user.actions,
    reason: 'REQUIRED',
    variables: (reason: string) => ({ input: { id: user.id, reason } }),
  } as const
  return (
    <>
      <GrantRoleButton user={user} />
      <CommandButton
        {...shared}
        name="RESET_PASSWORD"
        label="users.resetPassword"
        document={RESET_PASSWORD}
        question="users.resetPasswordQuestion"
        done="users.passwordReset"
        onDone={({ resetPassword }) => onSecret(resetPassword.password)}
      />
      {user.disabledAt ? (
        <CommandButton
          {...shared}
          name="ENABLE_USER"
          label="users.enable"
          document={ENABLE_USER}
          question="users.enableQuestion"
          done="users.enabled"
        />
      ) : (
        <CommandButton
          {...shared}
          name="DISABLE_USER"
          label="users.disable"
          color="error"
          document={DISABLE_USER}
          question="users.disableQuestion"
          done="users.disabledDone"
        />
      )}
    </>
  )
}
