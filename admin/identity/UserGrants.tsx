import { CommandButton } from '../frame/command/CommandButton.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { WITHDRAW_ROLE } from './commands.ts'
import type { UserDetail } from './data.ts'

/** Roles of a user, each for the whole city or for a unit, between two dates. */
export function UserGrants({ user }: { user: UserDetail }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  return (
    <Section title="users.roles" help="users.rolesHelp">
      <RowsTable
        caption="users.roles"
        rows={user.grants.nodes}
        keyOf={({ id }) => id}
        empty="users.noRoles"
        columns={[
          { label: 'users.role', render: ({ role }) => label('role', role) },
          { label: 'users.unit', render: ({ unit }) => unit?.name ?? say('users.wholeCity') },
          { label: 'employees.validFrom', render: ({ validFrom }) => format.date(validFrom) },
          { label: 'employees.validTo', render: ({ validTo }) => format.date(validTo) },
          {
            label: 'users.withdraw',
            render: ({ id, actions }) => (
              <CommandButton
                actions={actions}
                name="WITHDRAW_ROLE"
                variant="text"
                size="small"
                label="users.withdraw"
                document={WITHDRAW_ROLE}
                variables={(reason) => ({ input: { id, reason } })}
                question="users.withdrawQuestion"
                done="users.withdrawn"
                reason="REQUIRED"
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
