import { DataTable, NullableBooleanInput } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type FkpRow, fkpSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="fkps.name" />,
  <UnitInput key="unit" source="underUnitId" label="fkps.unit" alwaysOn />,
  <CodeInput key="state" source="state" group="fkpState" label="fkps.state" alwaysOn />,
  <NullableBooleanInput key="late" source="hasOverdue" label="fkps.hasOverdue" helperText={false} />,
  <NullableBooleanInput key="mine" source="isMine" label="fkps.mine" helperText={false} />,
]

/** Forums, the newest first. */
export default function FkpList() {
  const format = useFormat()
  return (
    <ListFrame<FkpRow>
      spec={fkpSpec}
      title="fkps.title"
      help="fkps.help"
      filters={filters}
      sort={{ field: 'heldOn', order: 'DESC' }}
      empty={<EmptyState title="fkps.emptyTitle" help="fkps.emptyHelp" />}
      columns={[
        <DataTable.Col key="title" label="fkps.name" disableSort source="title" />,
        <DataTable.Col key="unit" label="fkps.unit" disableSort source="unit.name" />,
        <DataTable.Col
          key="held"
          source="heldOn"
          label="fkps.heldOn"
          sortByOrder="DESC"
          render={({ heldOn }: FkpRow) => format.date(heldOn)}
        />,
        <DataTable.Col key="state" label="fkps.state" disableSort render={(row: FkpRow) => <Chips row={row} />} />,
      ]}
      card={(row) => ({ title: row.title, lines: [row.unit.name, format.date(row.heldOn)], chips: <Chips row={row} /> })}
    />
  )
}

function Chips({ row: { state, overdue } }: { row: FkpRow }) {
  const say = useSay()
  const isSettled = state === 'SELESAI' || state === 'DIPUBLIKASI'
  return (
    <>
      <StateChip group="fkpState" code={state} />
      {isSettled && overdue > 0 && <ToneChip tone="bad" label={say('fkps.overdueCount', { count: overdue })} />}
    </>
  )
}
