import { Box, Typography } from '@mui/material'
import { DataTable, DateInput, TextInput } from 'react-admin'
import { Link } from 'react-router-dom'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { pageOf } from '../frame/record-page.ts'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { FoldedDetail } from './AuditDetail.tsx'
import { ChainState } from './ChainState.tsx'
import { type AuditRow, auditSpec } from './data.ts'

const filters = [
  <TextInput key="event" source="event" label="audit.event" alwaysOn helperText={false} />,
  <DateInput key="from" source="from" label="audit.from" alwaysOn helperText={false} />,
  <DateInput key="to" source="to" label="audit.to" alwaysOn helperText={false} />,
  <TextInput key="type" source="entityType" label="audit.entityType" helperText={false} />,
  <TextInput key="entity" source="entityId" label="audit.entityId" helperText={false} />,
  <TextInput key="actor" source="actorId" label="audit.actorId" helperText={false} />,
]

/** Who did what to which record, when and why. */
export default function AuditList() {
  const format = useFormat()
  return (
    <>
      <ChainState />
      <ListFrame<AuditRow>
        spec={auditSpec}
        title="audit.title"
        help="audit.help"
        filters={filters}
        sort={{ field: 'sequence', order: 'DESC' }}
        exportName="audit-events"
        rowClick={false}
        empty={<EmptyState title="audit.emptyTitle" help="audit.emptyHelp" />}
        columns={[
          <DataTable.Col
            key="number"
            source="sequence"
            label="audit.sequence"
            disableSort
            align="right"
            render={(row: AuditRow) => format.number(row.sequence)}
          />,
          <DataTable.Col key="at" source="at" label="audit.at" disableSort render={(row: AuditRow) => format.instant(row.at)} />,
          <DataTable.Col
            key="sentence"
            source="sentence"
            label="audit.what"
            disableSort
            render={(row: AuditRow) => <What row={row} />}
          />,
          <DataTable.Col
            key="actor"
            source="actorLabel"
            label="audit.who"
            disableSort
            render={(row: AuditRow) => <Who row={row} />}
          />,
          <DataTable.Col
            key="entity"
            source="entityType"
            label="audit.record"
            disableSort
            render={(row: AuditRow) => <RecordLink row={row} />}
          />,
          <DataTable.Col key="reason" source="reason" label="command.reason" disableSort />,
          <DataTable.Col
            key="detail"
            source="changes"
            label="audit.changes"
            disableSort
            render={(row: AuditRow) => <FoldedDetail row={row} />}
          />,
        ]}
        card={(row) => ({
          title: row.sentence,
          lines: [
            `${format.instant(row.at)} · ${row.actorLabel}`,
            <RecordLink key="record" row={row} />,
            row.reason,
            <FoldedDetail key="detail" row={row} />,
          ],
        })}
      />
    </>
  )
}

function What({ row }: { row: AuditRow }) {
  return (
    <Box>
      {row.sentence}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {row.event}
      </Typography>
    </Box>
  )
}

function Who({ row }: { row: AuditRow }) {
  const label = useCodeLabel()
  return (
    <Box>
      {row.actorLabel}
      {row.role && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {row.role
            .split(' ')
            .map((role) => label('role', role))
            .join(', ')}
        </Typography>
      )}
    </Box>
  )
}

function RecordLink({ row }: { row: AuditRow }) {
  const page = pageOf(row.entityType, row.entityId)
  return page ? <Link to={page}>{row.entityType}</Link> : row.entityType
}
