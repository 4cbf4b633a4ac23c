import { BooleanInput, DataTable } from 'react-admin'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type NoticeRow, noticeSpec } from './data.ts'
import { NoticeLink } from './NoticeLink.tsx'
import { NoticeState } from './NoticeState.tsx'
import { NoticeTabs } from './NoticeTabs.tsx'
import { ReadAllButton } from './ReadAllButton.tsx'

const filters = [<BooleanInput key="unread" source="isUnread" label="notices.onlyUnread" helperText={false} alwaysOn />]

/** What the reader has to do, and what they were told. */
export default function NoticeList() {
  const say = useSay()
  const format = useFormat()
  return (
    <ListFrame<NoticeRow>
      spec={noticeSpec}
      title="notices.title"
      help="notices.help"
      filters={filters}
      filterDefaultValues={{ group: 'TO_DO' }}
      sort={{ field: 'createdAt', order: 'DESC' }}
      rowClick={false}
      above={<NoticeTabs />}
      actions={<ReadAllButton />}
      empty={<EmptyState title="notices.emptyTitle" help="notices.emptyHelp" />}
      columns={[
        <DataTable.Col
          key="sentence"
          source="sentence"
          label="notices.sentence"
          disableSort
          render={(row: NoticeRow) => <NoticeLink notice={row} />}
        />,
        <DataTable.Col
          key="due"
          source="dueAt"
          label="notices.dueAt"
          disableSort
          render={(row: NoticeRow) => format.instant(row.dueAt)}
        />,
        <DataTable.Col
          key="created"
          source="createdAt"
          label="notices.createdAt"
          disableSort
          render={(row: NoticeRow) => format.instant(row.createdAt)}
        />,
        <DataTable.Col key="state" label="notices.state" disableSort render={(row: NoticeRow) => <NoticeState notice={row} />} />,
      ]}
      card={(row) => ({
        title: <NoticeLink notice={row} />,
        lines: [
          row.dueAt ? `${say('notices.dueAt')}: ${format.instant(row.dueAt)}` : null,
          `${say('notices.createdAt')}: ${format.instant(row.createdAt)}`,
        ],
        chips: <NoticeState notice={row} />,
      })}
    />
  )
}
