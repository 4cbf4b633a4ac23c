import AddIcon from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import { DataTable } from 'react-admin'
import { Link } from 'react-router-dom'
import { PeriodInput } from '../appraisals/PeriodInput.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { type CalibrationRow, calibrationSpec } from './data.ts'

const filters = [
  <PeriodInput key="period" source="periodKey" label="appraisals.period" alwaysOn />,
  <CodeInput key="state" source="state" group="calibrationState" label="calibrations.state" alwaysOn />,
]

export default function CalibrationList() {
  const format = useFormat()
  const say = useSay()
  const maySchedule = useMay('appraisals.moderate')
  return (
    <ListFrame<CalibrationRow>
      spec={calibrationSpec}
      title="calibrations.title"
      help="calibrations.help"
      filters={filters}
      sort={{ field: 'scheduledAt', order: 'DESC' }}
      actions={
        maySchedule ? (
          <Button component={Link} to="/calibrations/create" startIcon={<AddIcon />}>
            {say('calibrations.schedule')}
          </Button>
        ) : undefined
      }
      empty={
        <EmptyState
          title="calibrations.emptyTitle"
          help="calibrations.emptyHelp"
          {...(maySchedule ? { step: { to: '/calibrations/create', label: 'calibrations.schedule' as const } } : {})}
        />
      }
      columns={[
        <DataTable.Col key="title" source="title" label="calibrations.name" disableSort />,
        <DataTable.Col key="unit" source="unit.name" label="calibrations.unit" disableSort />,
        <DataTable.Col key="period" source="period.key" label="appraisals.period" disableSort />,
        <DataTable.Col
          key="when"
          source="scheduledAt"
          label="calibrations.when"
          disableSort
          render={({ scheduledAt }: CalibrationRow) => format.instant(scheduledAt)}
        />,
        <DataTable.Col
          key="state"
          source="state"
          label="calibrations.state"
          disableSort
          render={({ state }: CalibrationRow) => <StateChip group="calibrationState" code={state} />}
        />,
      ]}
      card={({ title, unit, period, scheduledAt, state }) => ({
        title,
        lines: [`${unit.name} · ${period.key}`, format.instant(scheduledAt)],
        chips: <StateChip group="calibrationState" code={state} />,
      })}
    />
  )
}
