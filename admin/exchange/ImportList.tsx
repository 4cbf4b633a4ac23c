import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import { Button } from '@mui/material'
import { DataTable, SelectInput, type SelectInputProps } from 'react-admin'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { IMPORT_KINDS, type ImportRunRow, importSpec } from './data.ts'
import { useKindLabel } from './use-kind-label.ts'

const filters = [
  <KindInput key="kind" source="kind" label="imports.kind" alwaysOn />,
  <CodeInput key="state" source="state" group="importState" label="imports.state" alwaysOn />,
]

/** All files that were read, dry or for real. */
export default function ImportList() {
  const say = useSay()
  const format = useFormat()
  const kindLabel = useKindLabel()
  const progress = (row: ImportRunRow) => `${format.number(row.committedRows)} / ${format.number(row.totalRows)}`
  const dry = (row: ImportRunRow) => row.isDryRun && <ToneChip tone="quiet" label={say('imports.dryRun')} />
  return (
    <ListFrame<ImportRunRow>
      spec={importSpec}
      title="imports.title"
      help="imports.help"
      filters={filters}
      exportName="imports"
      sort={{ field: 'createdAt', order: 'DESC' }}
      actions={
        <Button component={Link} to="/imports/create" size="small" variant="contained" startIcon={<UploadIcon />}>
          {say('imports.create')}
        </Button>
      }
      empty={
        <EmptyState
          title="imports.emptyTitle"
          help="imports.emptyHelp"
          step={{ to: '/imports/create', label: 'imports.create' }}
        />
      }
      columns={[
        <DataTable.Col key="file" source="fileName" label="imports.file" disableSort />,
        <DataTable.Col
          key="kind"
          source="kind"
          label="imports.kind"
          disableSort
          render={(row: ImportRunRow) => kindLabel(row.kind)}
        />,
        <DataTable.Col
          key="state"
          source="state"
          label="imports.state"
          disableSort
          render={(row: ImportRunRow) => <StateChip group="importState" code={row.state} />}
        />,
        <DataTable.Col key="dry" label="imports.mode" disableSort render={dry} />,
        <DataTable.Col key="rows" label="imports.rows" disableSort align="right" render={progress} />,
        <DataTable.Col key="who" source="startedBy" label="imports.startedBy" disableSort />,
        <DataTable.Col
          key="at"
          source="createdAt"
          label="imports.createdAt"
          disableSort
          render={(row: ImportRunRow) => format.instant(row.createdAt)}
        />,
      ]}
      card={(row) => ({
        title: row.fileName,
        lines: [kindLabel(row.kind), `${format.instant(row.createdAt)} · ${progress(row)}`],
        chips: (
          <>
            <StateChip group="importState" code={row.state} />
            {dry(row)}
          </>
        ),
      })}
    />
  )
}

function KindInput(props: SelectInputProps) {
  const { data } = useRead(IMPORT_KINDS, {})
  const choices = (data?.importKinds ?? []).map(({ name, label }) => ({ id: name, name: label }))
  return <SelectInput choices={choices} translateChoice={false} helperText={false} sx={{ minWidth: 200 }} {...props} />
}
