import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

export type Fact = { label: MessageKey; value: ReactNode }

/** Names and values of a record; an empty value is a dash, not a hole. */
export function Facts({ facts }: { facts: Fact[] }) {
  const say = useSay()
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))' }}
    >
      {facts.map(({ label, value }) => (
        <Box key={label} sx={{ minWidth: 0 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {say(label)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value === null || value === undefined || value === '' ? '–' : value}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
