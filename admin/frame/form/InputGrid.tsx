import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** Inputs beside each other, as many as there is room for. */
export function InputGrid({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
        alignItems: 'start',
      }}
    >
      {children}
    </Box>
  )
}
