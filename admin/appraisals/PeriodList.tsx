import { Box } from '@mui/material'
import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type PeriodRow, periodSpec } from './data.ts'
import { PeriodActions } from './PeriodActions.tsx'
import { PreparePeriodButton } from './PreparePeriodButton.tsx'

const filters = [
  <CodeInput key="kind" source="kind" group="periodKind" label="periods.kind" alwaysOn />,
  <CodeInput key="state" source="state" group="periodState" label="periods.state" alwaysOn />,
]

export default function PeriodList() {
  const label = useCodeLabel()
  const format = useFormat()
  return (
    <ListFrame<PeriodRow>
      spec={periodSpec}
      title="periods.title"
      help="periods.help"
      filters={filters}
      exportName="periods"
      sort={{ field: 'key', order: 'DESC' }}
      rowClick={false}
      actions={<PreparePeriodButton />}
      empty={
        <Box>
          <EmptyState title="periods.emptyTitle" help="periods.emptyHelp" />
          <Box sx={{ textAlign: 'center' }}>
            <PreparePeriodButton />
          </Box>
        </Box>
      }
      columns={[
        <DataTable.Col key="key" source="key" label="appraisals.period" disableSort />,
        <DataTable.Col
          key="kind"
          source="kind"
          label="periods.kind"
          disableSort
          render={(row: PeriodRow) => label('periodKind', row.kind)}
        />,
        <DataTable.Col
          key="starts"
          source="startsOn"
          label="periods.startsOn"
          disableSort
          render={(row: PeriodRow) => format.date(row.startsOn)}
        />,
        <DataTable.Col
          key="ends"
          source="endsOn"
          label="periods.endsOn"
          disableSort
          render={(row: PeriodRow) => format.date(row.endsOn)}
        />,
        <DataTable.Col
          key="closes"
          source="closesOn"
          label="periods.closesOn"
          disableSort
          render={(row: PeriodRow) => format.date(row.closesOn)}
        />,
        <DataTable.Col
          key="state"
          source="state"
          label="periods.state"
          disableSort
          render={(row: PeriodRow) => <StateChip group="periodState" code={row.state} />}
        />,
        <DataTable.Col
          key="actions"
          label="periods.steps"
          disableSort
          render={(row: PeriodRow) => <PeriodActions period={row} />}
        />,
      ]}
      card={(row) => ({
        title: row.key,
        lines: [`${format.date(row.startsOn)} – ${format.date(row.endsOn)}`, <PeriodActions key="actions" period={row} />],
        chips: <StateChip group="periodState" code={row.state} />,
      })}
    />
  )
}
