import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useFormat } from '../frame/format.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type ProgrammeRow, programmeSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="programmes.name" />,
  <CodeInput key="state" source="state" group="programmeState" label="skps.state" alwaysOn />,
]

/** Programmes as a calendar: the latest first. */
export default function ProgrammeList() {
  const format = useFormat()
  const days = ({ startsOn, endsOn }: ProgrammeRow) => `${format.date(startsOn)} – ${format.date(endsOn)}`
  const people = ({ states }: ProgrammeRow) => states.reduce((sum, one) => sum + one.people, 0)
  return (
    <ListFrame<ProgrammeRow>
      spec={programmeSpec}
      title="programmes.title"
      help="programmes.help"
      filters={filters}
      sort={{ field: 'startsOn', order: 'DESC' }}
      empty={<EmptyState title="programmes.emptyTitle" help="programmes.emptyHelp" />}
      columns={[
        <DataTable.Col key="days" label="programmes.days" disableSort render={days} />,
        <DataTable.Col key="name" source="name" label="programmes.name" disableSort />,
        <DataTable.Col key="form" source="formName" label="programmes.form" disableSort />,
        <DataTable.Col key="provider" source="provider" label="programmes.provider" disableSort />,
        <DataTable.Col
          key="jp"
          label="programmes.jp"
          align="right"
          disableSort
          render={({ jp }: ProgrammeRow) => format.number(jp)}
        />,
        <DataTable.Col key="people" label="programmes.participants" align="right" disableSort render={people} />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: ProgrammeRow) => <StateChip group="programmeState" code={state} />}
        />,
      ]}
      card={(row) => ({
        title: row.name,
        lines: [days(row), row.provider],
        chips: <StateChip group="programmeState" code={row.state} />,
      })}
    />
  )
}
