import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { useFormat } from '../frame/format.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type MailRow, mailSpec, RETRY_MAIL } from './data.ts'
import { MailTextButton } from './MailTextButton.tsx'

const filters = [<CodeInput key="state" source="state" group="mailState" label="jobs.state" alwaysOn />]

/** Letters on their way out, or captured where there is no mail server. */
export default function MailList() {
  const format = useFormat()
  return (
    <ListFrame<MailRow>
      spec={mailSpec}
      title="mails.title"
      help="mails.help"
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      rowClick={false}
      empty={<EmptyState title="mails.emptyTitle" help="mails.help" />}
      columns={[
        <DataTable.Col key="recipient" source="recipient" label="mails.recipient" disableSort />,
        <DataTable.Col key="subject" source="subject" label="mails.subject" disableSort />,
        <DataTable.Col
          key="state"
          source="state"
          label="jobs.state"
          disableSort
          render={(row: MailRow) => <StateChip group="mailState" code={row.state} />}
        />,
        <DataTable.Col
          key="sent"
          source="sentAt"
          label="mails.sentAt"
          disableSort
          render={(row: MailRow) => format.instant(row.sentAt)}
        />,
        <DataTable.Col key="failure" source="failure" label="jobs.failure" disableSort />,
        <DataTable.Col key="ways" label="mails.look" disableSort render={(row: MailRow) => <Ways mail={row} />} />,
      ]}
      card={(row) => ({
        title: row.subject,
        lines: [row.recipient, format.instant(row.sentAt), row.failure, <Ways key="ways" mail={row} />],
        chips: <StateChip group="mailState" code={row.state} />,
      })}
    />
  )
}

function Ways({ mail }: { mail: MailRow }) {
  return (
    <>
      <MailTextButton mail={mail} />
      {mail.state === 'FAILED' && (
        <CommandButton
          actions={mail.actions}
          name="RETRY"
          variant="text"
          size="small"
          label="mails.retry"
          document={RETRY_MAIL}
          variables={() => ({ id: mail.id })}
          question="mails.retryQuestion"
          done="mails.retried"
        />
      )}
    </>
  )
}
