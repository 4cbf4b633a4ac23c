import AddIcon from '@mui/icons-material/Add'
import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import { Button } from '@mui/material'
import { DataTable, NullableBooleanInput, TextInput } from 'react-admin'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { type IndicatorRow, indicatorSpec } from './data.ts'
import { IndicatorFacets } from './IndicatorFacets.tsx'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="indicators.searchHint" />,
  <CodeInput key="state" source="state" group="indicatorState" label="indicators.state" />,
  <TextInput key="family" source="family" label="indicators.family" helperText={false} />,
  <CodeInput key="aspect" source="aspect" group="aspect" label="indicators.aspect" />,
  <CodeInput key="polarity" source="polarity" group="polarity" label="indicators.polarity" />,
  <CodeInput key="attribution" source="attribution" group="attribution" label="indicators.attribution" />,
  <CodeInput key="unit" source="unit" group="measureUnit" label="indicators.unit" />,
  <TextInput key="sourceSystem" source="sourceSystem" label="indicators.sourceSystem" helperText={false} />,
  <TextInput key="sourceOwner" source="sourceOwner" label="indicators.sourceOwner" helperText={false} />,
  <NullableBooleanInput key="isStale" source="isStale" label="indicators.isStale" helperText={false} />,
  <CodeInput key="frequency" source="frequency" group="frequency" label="indicators.frequency" />,
]

export default function IndicatorList() {
  const label = useCodeLabel()
  return (
    <ListFrame<IndicatorRow>
      spec={indicatorSpec}
      title="indicators.title"
      help="indicators.help"
      filters={filters}
      sort={{ field: 'code', order: 'ASC' }}
      exportName="indicators"
      aside={<IndicatorFacets />}
      actions={<CreateLink />}
      empty={
        <EmptyState
          title="indicators.emptyTitle"
          help="indicators.emptyHelp"
          step={{ to: '/imports/create', label: 'indicators.emptyStep' }}
        />
      }
      columns={[
        <DataTable.Col key="code" source="code" label="indicators.code" />,
        <DataTable.Col key="name" source="name" label="indicators.name" />,
        <DataTable.Col
          key="state"
          source="state"
          label="indicators.state"
          disableSort
          render={(row: IndicatorRow) => <StateChip group="indicatorState" code={row.state} />}
        />,
        <DataTable.Col
          key="aspect"
          label="indicators.aspect"
          disableSort
          render={(row: IndicatorRow) => text(row, 'aspect', label)}
        />,
        <DataTable.Col
          key="polarity"
          label="indicators.polarity"
          disableSort
          render={(row: IndicatorRow) => text(row, 'polarity', label)}
        />,
        <DataTable.Col
          key="source"
          label="indicators.sourceSystem"
          disableSort
          render={(row: IndicatorRow) => row.versions.nodes[0]?.sourceSystem}
        />,
      ]}
      card={(row) => ({
        title: `${row.code} · ${row.name}`,
        lines: [text(row, 'polarity', label), row.versions.nodes[0]?.sourceSystem],
        chips: <StateChip group="indicatorState" code={row.state} />,
      })}
    />
  )
}

function text(row: IndicatorRow, group: 'aspect' | 'polarity', label: ReturnType<typeof useCodeLabel>): string {
  const code = row.versions.nodes[0]?.[group]
  return code ? label(group, code) : ''
}

function CreateLink() {
  const say = useSay()
  const may = useMay('indicators.edit')
  if (!may) return null
  return (
    <>
      <Button component={Link} to="/imports/create" size="small" startIcon={<ImportIcon />}>
        {say('indicators.import')}
      </Button>
      <Button component={Link} to="/indicators/create" size="small" startIcon={<AddIcon />}>
        {say('indicators.create')}
      </Button>
    </>
  )
}
