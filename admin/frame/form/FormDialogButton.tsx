import { Button, type ButtonProps, Dialog, DialogContent, DialogTitle } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { ActionButton } from '../command/ActionButton.tsx'
import type { Action } from '../command/action.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { usePageAction } from '../palette/page-actions.ts'
import { useIsPhone } from '../use-is-phone.ts'

type Props = {
  label: MessageKey
  icon?: ReactNode
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  /** The server's verdict for a command on a record: `undefined` draws nothing. Leave it out where no record decides. */
  verdict?: { actions: readonly Action[]; name: string }
  children: (close: () => void) => ReactNode
}

/** A button that opens a form in a dialog. */
export function FormDialogButton({ label, icon, variant = 'outlined', size = 'medium', verdict, children }: Props) {
  const say = useSay()
  const isPhone = useIsPhone()
  const titleId = useId()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const open = () => setOpen(true)
  // Without a verdict no record decides: the page draws the button only for those who may.
  usePageAction(say(label), verdict === undefined, open)
  const action = verdict?.actions.find((candidate) => candidate.name === verdict.name)
  if (verdict && !action) return null
  return (
    <>
      {action ? (
        <ActionButton action={action} label={label} icon={icon} variant={variant} size={size} onClick={open} />
      ) : (
        <Button variant={variant} size={size} startIcon={icon} onClick={open}>
          {say(label)}
        </Button>
      )}
      <Dialog open={isOpen} onClose={close} fullWidth maxWidth="sm" fullScreen={isPhone} aria-labelledby={titleId}>
        <DialogTitle id={titleId}>{say(label)}</DialogTitle>
        <DialogContent>{children(close)}</DialogContent>
      </Dialog>
    </>
  )
}
