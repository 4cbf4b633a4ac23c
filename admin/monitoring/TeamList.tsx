import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { type TeamRow, teamSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="teams.name" />,
  <CodeInput key="state" source="state" group="monitoringState" label="skps.state" alwaysOn />,
]

/** Monitoring teams, the newest period first. */
export default function TeamList() {
  const say = useSay()
  const format = useFormat()
  const mayWrite = useMay('monitoring.manage')
  const period = ({ startsOn, endsOn }: TeamRow) =>
    say('teams.periodIs', { from: format.date(startsOn), to: format.date(endsOn) })
  return (
    <ListFrame<TeamRow>
      spec={teamSpec}
      title="teams.title"
      help="teams.help"
      filters={filters}
      sort={{ field: 'startsOn', order: 'DESC' }}
      empty={
        <EmptyState
          title="teams.emptyTitle"
          help="teams.emptyHelp"
          {...(mayWrite ? { step: { to: '/monitoring-teams/create', label: 'teams.create' as const } } : {})}
        />
      }
      columns={[
        <DataTable.Col key="name" source="name" label="teams.name" disableSort />,
        <DataTable.Col key="unit" source="unit.name" label="teams.unit" disableSort />,
        <DataTable.Col key="period" label="teams.period" disableSort render={period} />,
        <DataTable.Col
          key="decree"
          label="teams.decreeNumber"
          disableSort
          render={(row: TeamRow) => row.decreeNumber ?? say('teams.noDecree')}
        />,
        <DataTable.Col
          key="members"
          label="teams.members"
          align="right"
          disableSort
          render={({ members }: TeamRow) => members.totalCount}
        />,
        <DataTable.Col
          key="checkpoints"
          label="teams.checkpoints"
          align="right"
          disableSort
          render={({ checkpoints }: TeamRow) => checkpoints.totalCount}
        />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: TeamRow) => <StateChip group="monitoringState" code={state} />}
        />,
      ]}
      card={(row) => ({
        title: row.name,
        lines: [row.unit.name, period(row)],
        chips: <StateChip group="monitoringState" code={row.state} />,
      })}
    />
  )
}
