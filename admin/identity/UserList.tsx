import { DataTable, NullableBooleanInput } from 'react-admin'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { CreateUserButton } from './CreateUserButton.tsx'
import { type UserRow, userSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="users.searchHint" />,
  <CodeInput key="role" source="role" group="role" label="users.role" alwaysOn />,
  <NullableBooleanInput key="disabled" source="isDisabled" label="users.isDisabled" helperText={false} />,
]

export default function UserList() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const roles = (row: UserRow) => [...new Set(row.grants.nodes.map(({ role }) => label('role', role)))].join(', ')
  const state = (row: UserRow) => (
    <ToneChip tone={row.disabledAt ? 'bad' : 'good'} label={say(row.disabledAt ? 'users.disabled' : 'users.active')} />
  )
  return (
    <ListFrame<UserRow>
      spec={userSpec}
      title="users.title"
      help="users.help"
      filters={filters}
      sort={{ field: 'username', order: 'ASC' }}
      exportName="users"
      actions={<CreateUserButton />}
      empty={<EmptyState title="users.emptyTitle" help="users.help" />}
      columns={[
        <DataTable.Col key="name" source="displayName" label="users.name" disableSort />,
        <DataTable.Col key="username" source="username" label="users.username" disableSort />,
        <DataTable.Col key="roles" label="users.roles" disableSort render={roles} />,
        <DataTable.Col key="state" label="users.state" disableSort render={state} />,
        <DataTable.Col
          key="created"
          source="createdAt"
          label="users.createdAt"
          disableSort
          render={(row: UserRow) => format.instant(row.createdAt)}
        />,
      ]}
      card={(row) => ({ title: row.displayName, lines: [row.username, roles(row)], chips: state(row) })}
    />
  )
}
