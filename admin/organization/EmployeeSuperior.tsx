import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { EmployeeDetail } from './data.ts'
import { REPORTING_LINES } from './histories.ts'

/** Who appraises this person, now and before, and whom this person appraises. */
export function EmployeeSuperior({ employee }: { employee: EmployeeDetail }) {
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(REPORTING_LINES, { id: employee.id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={3} />
  const { reportingLines, subordinates } = data.employee
  return (
    <>
      <Section title="employees.superiorHistory" help="employees.superiorHelp">
        <RowsTable
          caption="employees.superiorHistory"
          rows={reportingLines?.nodes ?? []}
          total={reportingLines?.totalCount}
          keyOf={(row) => row.id}
          empty="employees.noSuperior"
          columns={[
            {
              label: 'employees.superior',
              render: ({ superior }) => (superior ? <Link to={`/employees/${superior.id}/show`}>{superior.fullName}</Link> : '–'),
            },
            { label: 'employees.position', render: ({ superior }) => superior?.positionTitle ?? '–' },
            { label: 'employees.assignment', render: (row) => label('assignment', row.assignment) },
            { label: 'employees.validFrom', render: (row) => format.date(row.validFrom) },
            { label: 'employees.validTo', render: (row) => format.date(row.validTo) },
          ]}
        />
      </Section>
      <Section title="employees.subordinates">
        <RowsTable
          caption="employees.subordinates"
          rows={subordinates.nodes}
          total={subordinates.totalCount}
          keyOf={(row) => row.id}
          empty="employees.noSubordinates"
          columns={[
            { label: 'employees.name', render: (row) => <Link to={`/employees/${row.id}/show`}>{row.fullName}</Link> },
            { label: 'employees.nip', render: (row) => row.nip },
            { label: 'employees.position', render: (row) => row.positionTitle },
          ]}
        />
      </Section>
    </>
  )
}
