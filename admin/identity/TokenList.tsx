import { DataTable } from 'react-admin'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { CreateTokenButton } from './CreateTokenButton.tsx'
import { REVOKE_TOKEN } from './commands.ts'
import { type TokenRow, tokenSpec } from './data.ts'

export default function TokenList() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const state = ({ revokedAt, expiresAt }: TokenRow) => {
    if (revokedAt) return <ToneChip tone="bad" label={say('tokens.revoked')} />
    const isOver = expiresAt !== null && new Date(expiresAt) <= new Date()
    return <ToneChip tone={isOver ? 'warn' : 'good'} label={say(isOver ? 'tokens.expired' : 'tokens.valid')} />
  }
  return (
    <ListFrame<TokenRow>
      spec={tokenSpec}
      title="tokens.title"
      help="tokens.help"
      sort={{ field: 'createdAt', order: 'DESC' }}
      rowClick={false}
      actions={<CreateTokenButton />}
      empty={<EmptyState title="tokens.emptyTitle" help="tokens.help" />}
      columns={[
        <DataTable.Col key="name" source="name" label="tokens.name" disableSort />,
        <DataTable.Col
          key="role"
          source="role"
          label="users.role"
          disableSort
          render={(row: TokenRow) => label('role', row.role)}
        />,
        <DataTable.Col
          key="scopes"
          source="scopes"
          label="tokens.scopes"
          disableSort
          render={(row: TokenRow) => row.scopes.join(', ')}
        />,
        <DataTable.Col key="state" label="users.state" disableSort render={state} />,
        <DataTable.Col
          key="expires"
          source="expiresAt"
          label="sessions.expiresAt"
          disableSort
          render={(row: TokenRow) => format.instant(row.expiresAt)}
        />,
        <DataTable.Col
          key="used"
          source="lastUsedAt"
          label="tokens.lastUsedAt"
          disableSort
          render={(row: TokenRow) => format.instant(row.lastUsedAt)}
        />,
        <DataTable.Col key="revoke" label="tokens.revoke" disableSort render={(row: TokenRow) => <Revoke token={row} />} />,
      ]}
      card={(row) => ({
        title: row.name,
        lines: [
          label('role', row.role),
          row.scopes.join(', '),
          `${say('tokens.lastUsedAt')}: ${format.instant(row.lastUsedAt)}`,
          <Revoke key="revoke" token={row} />,
        ],
        chips: state(row),
      })}
    />
  )
}

function Revoke({ token }: { token: TokenRow }) {
  return (
    <CommandButton
      actions={token.actions}
      name="REVOKE"
      variant="text"
      size="small"
      color="error"
      label="tokens.revoke"
      document={REVOKE_TOKEN}
      variables={() => ({ input: { id: token.id } })}
      question="tokens.revokeQuestion"
      done="tokens.revokedDone"
    />
  )
}
