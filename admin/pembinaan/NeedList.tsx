import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type NeedRow, needSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="pembinaan.person" />,
  <CodeInput key="state" source="state" group="needState" label="skps.state" alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="pembinaan.underUnit" alwaysOn />,
]

/** The board of needs, most pressing first. */
export default function NeedList() {
  const format = useFormat()
  const label = useCodeLabel()
  return (
    <ListFrame<NeedRow>
      spec={needSpec}
      title="needs.title"
      help="needs.help"
      filters={filters}
      sort={{ field: 'priority', order: 'DESC' }}
      empty={<EmptyState title="needs.emptyTitle" help="needs.emptyHelp" />}
      columns={[
        <DataTable.Col key="person" source="employee.fullName" label="pembinaan.person" disableSort />,
        <DataTable.Col key="unit" source="employee.unit.name" label="pembinaan.unit" disableSort />,
        <DataTable.Col key="competency" source="competency.name" label="needs.competency" disableSort />,
        <DataTable.Col
          key="source"
          label="needs.source"
          disableSort
          render={({ source }: NeedRow) => label('needSource', source)}
        />,
        <DataTable.Col key="year" source="year" label="pembinaan.year" disableSort />,
        <DataTable.Col
          key="priority"
          label="needs.priority"
          align="right"
          disableSort
          render={({ priority }: NeedRow) => format.fixed(priority, 2)}
        />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: NeedRow) => <StateChip group="needState" code={state} />}
        />,
      ]}
      card={(row) => ({
        title: row.employee.fullName,
        lines: [row.competency.name, row.employee.unit.name],
        chips: <StateChip group="needState" code={row.state} />,
      })}
    />
  )
}
