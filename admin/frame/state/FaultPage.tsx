import { Box, Button, Typography } from '@mui/material'
import type { ErrorInfo } from 'react'
import { Title } from 'react-admin'
import { useSay } from '../language/use-say.ts'
import { FaultNotice } from './FaultNotice.tsx'

type Props = { error?: Error; errorInfo?: ErrorInfo; resetErrorBoundary?: (...args: unknown[]) => void }

/** A page that could not be drawn at all. */
export function FaultPage({ error, resetErrorBoundary }: Props) {
  const say = useSay()
  return (
    <Box sx={{ py: 4, maxWidth: 640 }}>
      <Title title="app.error.page" />
      <Typography variant="h2">{say('app.error.page')}</Typography>
      <FaultNotice error={error ?? new Error('')} />
      {resetErrorBoundary && (
        <Button variant="contained" onClick={() => resetErrorBoundary()}>
          {say('app.tryAgain')}
        </Button>
      )}
    </Box>
  )
}
