import { Box, Card } from '@mui/material'
import type { ReactNode } from 'react'
import { LiveCheck } from './LiveCheck.tsx'

/** The form on the left, what the server makes of it on the right; below each other where there is no room. */
export function EditorLayout({ draftId, children }: { draftId: string | null; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 440px' } }}>
      <Box sx={{ minWidth: 0 }}>{children}</Box>
      <Box sx={{ minWidth: 0 }}>
        <Card sx={{ p: 2, position: { lg: 'sticky' }, top: 64, maxHeight: { lg: 'calc(100vh - 80px)' }, overflowY: 'auto' }}>
          <LiveCheck draftId={draftId} />
        </Card>
      </Box>
    </Box>
  )
}
