import { DataTable, NullableBooleanInput } from 'react-admin'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { type Template, templateSpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="templates.searchHint" />,
  <NullableBooleanInput key="retired" source="isRetired" label="templates.isRetired" helperText={false} alwaysOn />,
]

/** Templates of planned results by position family. */
export default function TemplateList() {
  const label = useCodeLabel()
  const mayWrite = useMay('plans.manage')
  return (
    <ListFrame<Template>
      spec={templateSpec}
      title="templates.title"
      help="templates.help"
      filters={filters}
      sort={{ field: 'name', order: 'ASC' }}
      empty={
        <EmptyState
          title="templates.emptyTitle"
          help="templates.emptyHelp"
          {...(mayWrite ? { step: { to: '/skp-templates/create', label: 'templates.create' as const } } : {})}
        />
      }
      columns={[
        <DataTable.Col key="name" source="name" label="templates.name" disableSort />,
        <DataTable.Col key="family" source="family" label="templates.family" disableSort />,
        <DataTable.Col
          key="approach"
          label="skps.approach"
          disableSort
          render={({ approach }: Template) => label('skpApproach', approach)}
        />,
        <DataTable.Col key="results" label="skps.results" align="right" disableSort render={({ rhk }: Template) => rhk.length} />,
        <DataTable.Col key="state" label="skps.state" disableSort render={(row: Template) => <InUse template={row} />} />,
      ]}
      card={(row) => ({ title: row.name, lines: [row.family], chips: <InUse template={row} /> })}
    />
  )
}

function InUse({ template: { retiredAt } }: { template: Template }) {
  const say = useSay()
  return <ToneChip tone={retiredAt ? 'quiet' : 'good'} label={say(retiredAt ? 'templates.retired' : 'templates.inUse')} />
}
