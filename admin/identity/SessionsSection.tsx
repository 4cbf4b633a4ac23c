import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { REVOKE_SESSION } from './commands.ts'
import type { SessionRow } from './data.ts'

/** Where somebody is signed in; a revoked session ends with its next request. */
export function SessionsSection({ sessions }: { sessions: SessionRow[] }) {
  const say = useSay()
  const format = useFormat()
  const open = sessions.filter(({ revokedAt }) => revokedAt === null)
  return (
    <Section title="sessions.title" help="sessions.help">
      <RowsTable
        caption="sessions.title"
        rows={open}
        keyOf={({ id }) => id}
        empty="sessions.none"
        columns={[
          {
            label: 'sessions.device',
            render: ({ device, isCurrent }) =>
              isCurrent ? <ToneChip tone="good" label={say('sessions.current', { device })} /> : device,
          },
          { label: 'sessions.createdAt', render: ({ createdAt }) => format.instant(createdAt) },
          { label: 'sessions.lastSeenAt', render: ({ lastSeenAt }) => format.instant(lastSeenAt) },
          { label: 'sessions.expiresAt', render: ({ expiresAt }) => format.instant(expiresAt) },
          {
            label: 'sessions.revoke',
            render: ({ id, actions }) => (
              <CommandButton
                actions={actions}
                name="REVOKE"
                variant="text"
                size="small"
                label="sessions.revoke"
                document={REVOKE_SESSION}
                variables={() => ({ input: { id } })}
                question="sessions.revokeQuestion"
                done="sessions.revoked"
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
