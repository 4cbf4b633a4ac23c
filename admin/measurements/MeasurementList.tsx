import AddIcon from '@mui/icons-material/Add'
import CheckIcon from '@mui/icons-material/CheckOutlined'
import { Button } from '@mui/material'
import { DataTable, NullableBooleanInput, TextInput } from 'react-admin'
import { Link } from 'react-router-dom'
import { BulkCommandButton } from '../frame/bulk/BulkCommandButton.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { VERIFY_REALISATION } from './commands.ts'
import { type MeasurementRow, measurementSpec, subjectOf } from './data.ts'
import { MeasurementTabs } from './MeasurementTabs.tsx'
import { useMeasured } from './use-measured.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="measurements.searchHint" />,
  <TextInput key="period" source="periodKey" label="measurements.quarter" helperText={false} placeholder="2026-TW1" />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" />,
  <PersonInput key="person" source="employeeId" label="measurements.person" />,
  <NullableBooleanInput key="missing" source="isMissing" label="measurements.isMissing" helperText={false} />,
  <NullableBooleanInput key="onTime" source="isOnTime" label="measurements.isOnTime" helperText={false} />,
]

/** Measurements by state; what waits for verification stands first. */
export default function MeasurementList() {
  const format = useFormat()
  const measured = useMeasured()
  return (
    <ListFrame<MeasurementRow>
      spec={measurementSpec}
      title="measurements.title"
      help="measurements.help"
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      actions={<RecordLink />}
      above={<MeasurementTabs />}
      bulk={
        <BulkCommandButton<MeasurementRow, { input: { id: string } }>
          name="VERIFY"
          label="measurements.verify"
          icon={<CheckIcon />}
          document={VERIFY_REALISATION}
          variables={({ id }) => ({ input: { id } })}
          question="measurements.verifyQuestion"
          titleOf={(row) => `${row.series.indicator.code} · ${subjectOf(row)} · ${row.period.key}`}
        />
      }
      empty={
        <EmptyState
          title="measurements.emptyTitle"
          help="measurements.emptyHelp"
          step={{ to: '/imports/create', label: 'measurements.emptyStep' }}
        />
      }
      columns={[
        <DataTable.Col
          key="indicator"
          label="measurements.indicator"
          disableSort
          render={({ series: { indicator } }: MeasurementRow) => `${indicator.code} · ${indicator.name}`}
        />,
        <DataTable.Col key="subject" label="measurements.subject" disableSort render={(row: MeasurementRow) => subjectOf(row)} />,
        <DataTable.Col key="period" label="measurements.quarter" disableSort render={(row: MeasurementRow) => row.period.key} />,
        <DataTable.Col key="value" label="measurements.value" disableSort render={(row: MeasurementRow) => measured(row)} />,
        <DataTable.Col
          key="measuredOn"
          label="measurements.measuredOn"
          disableSort
          render={(row: MeasurementRow) => format.date(row.measuredOn)}
        />,
        <DataTable.Col
          key="quality"
          source="quality"
          label="measurements.quality"
          render={(row: MeasurementRow) => format.fixed(row.quality, 2)}
        />,
        <DataTable.Col
          key="state"
          label="measurements.state"
          disableSort
          render={(row: MeasurementRow) => <StateChip group="realisationState" code={row.state} />}
        />,
      ]}
      card={(row) => ({
        title: `${row.series.indicator.code} · ${subjectOf(row)}`,
        lines: [row.series.indicator.name, `${row.period.key} · ${measured(row)}`],
        chips: <StateChip group="realisationState" code={row.state} />,
      })}
    />
  )
}

function RecordLink() {
  const say = useSay()
  const may = useMay('realisations.record')
  if (!may) return null
  return (
    <Button component={Link} to="/measurements/create" size="small" startIcon={<AddIcon />}>
      {say('measurements.record')}
    </Button>
  )
}
