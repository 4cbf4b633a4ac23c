import { Alert, AlertTitle, Button } from '@mui/material'
import { isOutcomeUnknown } from '../data/write.ts'
import { useSay } from '../language/use-say.ts'
import { FaultNotice } from './FaultNotice.tsx'
import { faultText } from './fault-text.ts'

type Props = {
  error: unknown
  /** Inside a form: the button sends the form. */
  isSubmit?: boolean
  /** Outside of one: sends the same command again. */
  onSendAgain?: () => void
}

/**
 * Why a save did not come through. When the line was cut it says plainly that nothing is lost and offers to send the same again: the server
 * knows a command that it did already by its key.
 */
export function UnsavedNotice({ error, isSubmit = false, onSendAgain }: Props) {
  const say = useSay()
  if (!isOutcomeUnknown(error)) return <FaultNotice error={error} />
  return (
    <Alert
      severity="warning"
      sx={{ my: 2 }}
      action={
        (isSubmit || onSendAgain) && (
          <Button
            type={isSubmit ? 'submit' : 'button'}
            color="inherit"
            size="small"
            onClick={onSendAgain}
            sx={{ whiteSpace: 'nowrap' }}
          >
            {say('command.sendAgain')}
          </Button>
        )
      }
    >
      <AlertTitle>{say('command.notSaved')}</AlertTitle>
      {faultText(error, say)}
    </Alert>
  )
}
