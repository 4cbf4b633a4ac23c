import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useFormat } from '../frame/format.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type ImprovementRow, improvementSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="pembinaan.person" />,
  <CodeInput key="state" source="state" group="improvementState" label="skps.state" alwaysOn />,
]

/** Improvement plans, the newest first. */
export default function ImprovementList() {
  const format = useFormat()
  const days = ({ startsOn, endsOn }: ImprovementRow) => `${format.date(startsOn)} – ${format.date(endsOn)}`
  return (
    <ListFrame<ImprovementRow>
      spec={improvementSpec}
      title="improvement.title"
      help="improvement.help"
      filters={filters}
      sort={{ field: 'startsOn', order: 'DESC' }}
      empty={<EmptyState title="improvement.emptyTitle" help="improvement.emptyHelp" />}
      columns={[
        <DataTable.Col key="person" source="employee.fullName" label="pembinaan.person" disableSort />,
        <DataTable.Col key="leader" source="leaderName" label="improvement.leader" disableSort />,
        <DataTable.Col key="days" label="programmes.days" disableSort render={days} />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: ImprovementRow) => <StateChip group="improvementState" code={state} />}
        />,
      ]}
      card={(row) => ({
        title: row.employee.fullName,
        lines: [row.leaderName, days(row)],
        chips: <StateChip group="improvementState" code={row.state} />,
      })}
    />
  )
}
