import { Button } from '@mui/material'
import { useGetList } from 'react-admin'
import { Link } from 'react-router-dom'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { listLink } from '../frame/list/list-link.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useViewer } from '../frame/viewer-context.ts'
import type { ViewRow } from './history.ts'
import { useReader } from './use-reader.ts'

/** Who saw the restricted data of a person lately; for the person and for readers of the audit trail. Draws nothing for others. */
export function WhoSaw({ employeeId }: { employeeId: string }) {
  const viewer = useViewer()
  const isShown = viewer.employee?.id === employeeId || viewer.permissions.includes('audit.read')
  return isShown ? <Views employeeId={employeeId} /> : null
}

function Views({ employeeId }: { employeeId: string }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const reader = useReader()
  const { data, total, error, isPending, refetch } = useGetList<ViewRow>('record-views', {
    filter: { employeeId },
    pagination: { page: 1, perPage: 10 },
  })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={3} />
  return (
    <Section
      title="seen.title"
      actions={
        <Button component={Link} to={listLink('record-views', { employeeId })} size="small">
          {say('seen.all')}
        </Button>
      }
    >
      <RowsTable
        caption="seen.title"
        rows={data}
        total={total}
        keyOf={({ id }) => id}
        empty="seen.emptyTitle"
        columns={[
          { label: 'audit.at', render: ({ at }) => format.instant(at) },
          { label: 'audit.who', render: reader },
          { label: 'seen.part', render: ({ part }) => label('viewedPart', part) },
        ]}
      />
    </Section>
  )
}
