import { Box, Typography } from '@mui/material'
import { useRecordContext } from 'react-admin'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { AuditRow } from './data.ts'

/** Field by field what an event changed, and its place in the chain. */
export function AuditDetail({ row }: { row?: AuditRow }) {
  const say = useSay()
  const record = useRecordContext<AuditRow>({ record: row })
  if (!record) return null
  return (
    <Box sx={{ px: { sm: 2 }, py: 1 }}>
      <RowsTable
        caption="audit.changes"
        rows={record.changes}
        keyOf={({ field }) => field}
        empty="audit.noChanges"
        columns={[
          { label: 'indicators.field', render: ({ field }) => field },
          { label: 'indicators.before', render: ({ before }) => (before === null ? '–' : <del>{before}</del>) },
          { label: 'indicators.after', render: ({ after }) => (after === null ? '–' : <ins>{after}</ins>) },
        ]}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1, overflowWrap: 'anywhere' }}>
        {say('audit.hash')} <code>{record.hash}</code>
      </Typography>
    </Box>
  )
}
