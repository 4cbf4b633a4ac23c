import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { AuditRow } from './data.ts'

/** Field by field what an event changed, and its place in the chain. */
export function AuditDetail({ row }: { row: AuditRow }) {
  const say = useSay()
  return (
    <Box sx={{ px: { sm: 2 }, py: 1 }}>
      <RowsTable
        caption="audit.changes"
        rows={row.changes}
        keyOf={({ field }) => field}
        empty="audit.noChanges"
        columns={[
          { label: 'indicators.field', render: ({ field }) => field },
          { label: 'indicators.before', render: ({ before }) => (before === null ? '–' : <del>{before}</del>) },
          { label: 'indicators.after', render: ({ after }) => (after === null ? '–' : <ins>{after}</ins>) },
        ]}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1, overflowWrap: 'anywhere' }}>
        {say('audit.hash')} <code>{row.hash}</code>
      </Typography>
    </Box>
  )
}

/** The same, folded away until somebody asks for it. */
export function FoldedDetail({ row }: { row: AuditRow }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <Box>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say('audit.detail', { smart_count: row.changes.length })}
      </Button>
      {isOpen && <AuditDetail row={row} />}
    </Box>
  )
}
