import TreeIcon from '@mui/icons-material/AccountTreeOutlined'
import { Button } from '@mui/material'
import { DataTable, NullableBooleanInput } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { CreateUnitButton } from './CreateUnitButton.tsx'
import { type UnitRow, unitSpec } from './data.ts'
import { UnitTreePage } from './UnitTreePage.tsx'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="units.searchHint" />,
  <CodeInput key="type" source="type" group="unitType" label="units.type" alwaysOn />,
  <NullableBooleanInput key="service" source="isServiceUnit" label="units.isServiceUnit" helperText={false} />,
]

/** Units as a tree, or as a list that can be searched, sorted and exported. */
export default function UnitList() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  if (search.get('view') !== 'list' && !search.has('filter') && !search.has('page')) {
    return <UnitTreePage onList={() => setSearch({ view: 'list' })} />
  }
  return (
    <ListFrame<UnitRow>
      spec={unitSpec}
      title="units.title"
      help="units.help"
      filters={filters}
      sort={{ field: 'code', order: 'ASC' }}
      exportName="units"
      empty={
        <EmptyState title="units.emptyTitle" help="units.emptyHelp" step={{ to: '/imports/create', label: 'units.emptyStep' }} />
      }
      actions={
        <>
          <Button size="small" startIcon={<TreeIcon />} onClick={() => setSearch({})}>
            {say('units.asTree')}
          </Button>
          <CreateUnitButton />
        </>
      }
      columns={[
        <DataTable.Col key="code" source="code" label="units.code" />,
        <DataTable.Col key="name" source="name" label="units.name" />,
        <DataTable.Col
          key="type"
          source="type"
          label="units.type"
          disableSort
          render={(row: UnitRow) => label('unitType', row.type)}
        />,
        <DataTable.Col key="parent" source="parent.name" label="units.parent" disableSort />,
        <DataTable.Col
          key="employees"
          source="employees.totalCount"
          label="units.employees"
          disableSort
          align="right"
          render={(row: UnitRow) => format.number(row.employees.totalCount)}
        />,
      ]}
      card={(row) => ({
        title: row.name,
        lines: [
          `${row.code} · ${label('unitType', row.type)}`,
          say('units.employeeCount', { smart_count: row.employees.totalCount, count: format.number(row.employees.totalCount) }),
        ],
      })}
    />
  )
}
