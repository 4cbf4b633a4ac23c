import { Box, Button, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

type Props = { title: MessageKey; help: MessageKey; step?: { to: string; label: MessageKey } }

/** Nothing to show yet: says why, and offers the one next step. */
export function EmptyState({ title, help, step }: Props) {
  const say = useSay()
  return (
    <Box sx={{ py: 6, px: 2, textAlign: 'center', maxWidth: 560, mx: 'auto' }}>
      <Typography variant="h2" gutterBottom>
        {say(title)}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: step ? 3 : 0 }}>{say(help)}</Typography>
      {step && (
        <Button component={Link} to={step.to} variant="contained">
          {say(step.label)}
        </Button>
      )}
    </Box>
  )
}
