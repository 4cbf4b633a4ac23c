import { Link } from 'react-router-dom'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { OWN_APPRAISALS } from './histories.ts'

export function EmployeeAppraisals({ id }: { id: string }) {
  const format = useFormat()
  const { data, error, isPending, refetch } = useRead(OWN_APPRAISALS, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={3} />
  return (
    <Section title="employees.appraisals" help="employees.appraisalsHelp">
      <RowsTable
        caption="employees.appraisals"
        rows={data.employee.appraisals?.nodes ?? []}
        total={data.employee.appraisals?.totalCount}
        keyOf={(row) => row.id}
        empty="employees.noAppraisals"
        columns={[
          { label: 'appraisals.period', render: (row) => <Link to={`/appraisals/${row.id}/show`}>{row.period.key}</Link> },
          {
            label: 'appraisals.predikat',
            render: (row) => <PredikatChip predikat={row.predikat} reason={row.noPredikatReason} />,
          },
          { label: 'appraisals.score', isNumber: true, render: (row) => format.fixed(row.weightedScore, 2) },
          { label: 'employees.position', render: (row) => row.positionTitle },
        ]}
      />
    </Section>
  )
}
