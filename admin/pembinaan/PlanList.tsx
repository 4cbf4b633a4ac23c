import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useFormat } from '../frame/format.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { type PlanRow, planSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="plans.name" />,
  <CodeInput key="state" source="state" group="planState" label="skps.state" alwaysOn />,
]

/** Plans of pembinaan, the newest year first. */
export default function PlanList() {
  const format = useFormat()
  const mayWrite = useMay('pembinaan.manage')
  const budget = ({ budgetTotal, ceiling }: PlanRow) => `${format.number(budgetTotal, 0)} / ${format.number(ceiling, 0)}`
  return (
    <ListFrame<PlanRow>
      spec={planSpec}
      title="plans.title"
      help="plans.help"
      filters={filters}
      sort={{ field: 'year', order: 'DESC' }}
      empty={
        <EmptyState
          title="plans.emptyTitle"
          help="plans.emptyHelp"
          {...(mayWrite ? { step: { to: '/pembinaan-plans/create', label: 'plans.create' as const } } : {})}
        />
      }
      columns={[
        <DataTable.Col key="year" source="year" label="pembinaan.year" disableSort />,
        <DataTable.Col key="title" source="title" label="plans.name" disableSort />,
        <DataTable.Col key="unit" source="unit.name" label="pembinaan.unit" disableSort />,
        <DataTable.Col key="budget" label="plans.budgetOfCeiling" align="right" disableSort render={budget} />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: PlanRow) => <StateChip group="planState" code={state} />}
        />,
      ]}
      card={(row) => ({
        title: row.title,
        lines: [row.unit.name, String(row.year)],
        chips: <StateChip group="planState" code={row.state} />,
      })}
    />
  )
}
