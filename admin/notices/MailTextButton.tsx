import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { useSay } from '../frame/language/use-say.ts'
import type { MailRow } from './data.ts'

/** Opens the text of a letter as it goes out. */
export function MailTextButton({ mail }: { mail: MailRow }) {
  const say = useSay()
  const titleId = useId()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`${say('mails.look')}: ${mail.recipient}`}>
        {say('mails.look')}
      </Button>
      <Dialog open={isOpen} onClose={close} aria-labelledby={titleId} fullWidth maxWidth="sm">
        <DialogTitle id={titleId}>{mail.subject}</DialogTitle>
        <DialogContent>
          <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{mail.body}</Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{say('mails.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
