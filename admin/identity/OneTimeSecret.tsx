import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { CopyButton } from '../frame/CopyButton.tsx'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'

type Props = {
  title: MessageKey
  secret: string
  /** What to do with it, below the secret. */
  children?: ReactNode
  onClose: () => void
}

/** A password or token that the server shows once. It closes by its button alone. */
export function OneTimeSecret({ title, secret, children, onClose }: Props) {
  const say = useSay()
  const titleId = useId()
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{say(title)}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('secret.once')}
        </Alert>
        <Box
          component="code"
          sx={{
            display: 'block',
            p: 1.5,
            backgroundColor: 'action.hover',
            borderRadius: 1,
            overflowWrap: 'anywhere',
            userSelect: 'all',
          }}
        >
          {secret}
        </Box>
        {children}
      </DialogContent>
      <DialogActions>
        <CopyButton text={secret} />
        <Button variant="contained" onClick={onClose}>
          {say('secret.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
