import { DataTable, NullableBooleanInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type EmployeeRow, employeeSpec } from './data.ts'
import { EmployeeFacets } from './EmployeeFacets.tsx'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="employees.searchHint" />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" alwaysOn />,
  <CodeInput key="type" source="employmentType" group="employmentType" label="employees.employmentType" />,
  <CodeInput key="standing" source="legalStanding" group="legalStanding" label="employees.legalStanding" />,
  <CodeInput key="kind" source="positionKind" group="positionKind" label="employees.positionKind" />,
  <NullableBooleanInput key="superior" source="hasSuperior" label="employees.hasSuperior" helperText={false} />,
]

export default function EmployeeList() {
  const label = useCodeLabel()
  return (
    <ListFrame<EmployeeRow>
      spec={employeeSpec}
      title="employees.title"
      help="employees.help"
      filters={filters}
      sort={{ field: 'fullName', order: 'ASC' }}
      exportName="employees"
      aside={<EmployeeFacets />}
      empty={
        <EmptyState
          title="employees.emptyTitle"
          help="employees.emptyHelp"
          step={{ to: '/imports/create', label: 'employees.emptyStep' }}
        />
      }
      columns={[
        <DataTable.Col key="name" source="fullName" label="employees.name" />,
        <DataTable.Col key="nip" source="nip" label="employees.nip" />,
        <DataTable.Col key="position" source="positionTitle" label="employees.position" disableSort />,
        <DataTable.Col
          key="unit"
          label="employees.unit"
          disableSort
          render={(row: EmployeeRow) => row.unit.name}
          source="unit.name"
        />,
        <DataTable.Col key="golongan" source="golongan" label="employees.golongan" disableSort />,
        <DataTable.Col
          key="type"
          source="employmentType"
          label="employees.employmentType"
          disableSort
          render={(row: EmployeeRow) => label('employmentType', row.employmentType)}
        />,
        <DataTable.Col
          key="standing"
          source="legalStanding"
          label="employees.legalStanding"
          disableSort
          render={(row: EmployeeRow) => label('legalStanding', row.legalStanding)}
        />,
      ]}
      card={(row) => ({
        title: row.fullName,
        lines: [
          row.nip,
          row.positionTitle,
          row.unit.name,
          `${label('employmentType', row.employmentType)} · ${label('legalStanding', row.legalStanding)}`,
        ],
      })}
    />
  )
}
