import { useGetList } from 'react-admin'
import { Link } from 'react-router-dom'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { UnitRow } from './data.ts'

export function UnitChildren({ parentId }: { parentId: string }) {
  const label = useCodeLabel()
  const format = useFormat()
  const { data, total, error, isPending, refetch } = useGetList<UnitRow>('units', {
    filter: { parentId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'code', order: 'ASC' },
  })
  return (
    <Section title="units.children">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={3} />}
      {data && (
        <RowsTable
          caption="units.children"
          rows={data}
          total={total}
          keyOf={(unit) => unit.id}
          empty="units.noChildren"
          columns={[
            { label: 'units.code', render: (unit) => unit.code },
            { label: 'units.name', render: (unit) => <Link to={`/units/${unit.id}/show`}>{unit.name}</Link> },
            { label: 'units.type', render: (unit) => label('unitType', unit.type) },
            { label: 'units.employees', isNumber: true, render: (unit) => format.number(unit.employees.totalCount) },
          ]}
        />
      )}
    </Section>
  )
}
