import { Alert, Button } from '@mui/material'
import { codeOf } from '../data/errors.ts'
import { useSay } from '../language/use-say.ts'
import { faultText } from './fault-text.ts'

type Props = { error: unknown; onRetry?: () => void }

/** What went wrong in one part of a page, in the server's words, with a way to try again. */
export function FaultNotice({ error, onRetry }: Props) {
  const say = useSay()
  const canRetry = onRetry && ['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS'].includes(codeOf(error))
  return (
    <Alert
      severity={codeOf(error) === 'FORBIDDEN' ? 'info' : 'error'}
      sx={{ my: 2 }}
      action={
        canRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {say('app.tryAgain')}
          </Button>
        )
      }
    >
      {faultText(error, say)}
    </Alert>
  )
}
