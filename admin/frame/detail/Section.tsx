import { Box, Card, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

type Props = { title: MessageKey; help?: MessageKey; actions?: ReactNode; children: ReactNode }

/** A titled part of a page. */
export function Section({ title, help, actions, children }: Props) {
  const say = useSay()
  const id = useId()
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 1.5, sm: 2.5 }, mb: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap', mb: help ? 0.5 : 1.5 }}>
        <Typography id={id} variant="h2" component="h2" sx={{ flex: '1 1 220px' }}>
          {say(title)}
        </Typography>
        {actions}
      </Box>
      {help && <Typography sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '75ch' }}>{say(help)}</Typography>}
      {children}
    </Card>
  )
}
