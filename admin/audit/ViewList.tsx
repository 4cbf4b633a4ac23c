import { DataTable, DateInput } from 'react-admin'
import { Link } from 'react-router-dom'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { pageOf } from '../frame/record-page.ts'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { viewSpec } from './data.ts'
import type { ViewRow } from './history.ts'
import { useReader } from './use-reader.ts'

const common = [
  <DateInput key="from" source="from" label="audit.from" alwaysOn helperText={false} />,
  <DateInput key="to" source="to" label="audit.to" alwaysOn helperText={false} />,
  <CodeInput key="part" source="part" group="viewedPart" label="seen.part" alwaysOn />,
]
const ofAnybody = [<PersonInput key="employee" source="employeeId" label="seen.employee" alwaysOn />, ...common]

/** Who saw restricted data of whom, and when: one's own, or everybody's for readers of the audit trail. */
export default function ViewList() {
  const format = useFormat()
  const label = useCodeLabel()
  const words = useReader()
  const mayReadAll = useMay('audit.read')
  return (
    <ListFrame<ViewRow>
      spec={viewSpec}
      title="seen.title"
      help="seen.help"
      filters={mayReadAll ? ofAnybody : common}
      sort={{ field: 'at', order: 'DESC' }}
      rowClick={false}
      empty={<EmptyState title="seen.emptyTitle" help="seen.emptyHelp" />}
      columns={[
        <DataTable.Col key="at" source="at" label="audit.at" disableSort render={(row: ViewRow) => format.instant(row.at)} />,
        <DataTable.Col key="who" source="actorLabel" label="audit.who" disableSort render={words} />,
        <DataTable.Col
          key="part"
          source="part"
          label="seen.part"
          disableSort
          render={(row: ViewRow) => <Part row={row} text={label('viewedPart', row.part)} />}
        />,
        <DataTable.Col
          key="employee"
          source="employee.fullName"
          label="seen.employee"
          disableSort
          render={(row: ViewRow) => <Person row={row} />}
        />,
        <DataTable.Col key="device" source="device" label="seen.device" disableSort />,
      ]}
      card={(row) => ({
        title: words(row),
        lines: [
          format.instant(row.at),
          <Part key="part" row={row} text={label('viewedPart', row.part)} />,
          <Person key="person" row={row} />,
          row.device,
        ],
      })}
    />
  )
}

function Person({ row }: { row: ViewRow }) {
  return row.employee ? <Link to={`/employees/${row.employee.id}/show`}>{row.employee.fullName}</Link> : '–'
}

function Part({ row, text }: { row: ViewRow; text: string }) {
  const page = row.entityType === 'Appraisal' ? pageOf(row.entityType, row.entityId) : null
  return page ? <Link to={page}>{text}</Link> : text
}
