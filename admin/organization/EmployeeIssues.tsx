import { useGetList } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { DataIssueRow } from './data.ts'
import { MendIssue } from './MendIssue.tsx'

export function EmployeeIssues({ id }: { id: string }) {
  const { data, total, error, isPending, refetch } = useGetList<DataIssueRow>('data-issues', {
    filter: { employeeId: id },
    pagination: { page: 1, perPage: 50 },
  })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={3} />
  return (
    <Section title="employees.issues" help="issues.help">
      <RowsTable
        caption="employees.issues"
        rows={data}
        total={total}
        keyOf={(row) => row.id}
        empty="employees.noIssues"
        columns={[
          { label: 'issues.problem', render: (row) => row.label },
          { label: 'issues.detail', render: (row) => row.detail },
          { label: 'issues.hint', render: (row) => row.hint },
          { label: 'issues.state', render: (row) => <StateChip group="issueState" code={row.state} /> },
          { label: 'issues.mend', render: (row) => <MendIssue issue={row} /> },
        ]}
      />
    </Section>
  )
}
