import type { TypedDocumentNode } from '@apollo/client'
import {
  Button,
  type ButtonProps,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useNotify } from 'react-admin'
import { useWrite } from '../data/write.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { FaultNotice } from '../state/FaultNotice.tsx'
import { useIsPhone } from '../use-is-phone.ts'

export type CommandProps<Result, Variables extends Record<string, unknown>> = {
  label: MessageKey
  color?: ButtonProps['color']
  document: TypedDocumentNode<Result, Variables>
  variables: (reason: string) => Variables
  /** What will happen, in a sentence; asked before it does. */
  question: MessageKey
  done: MessageKey
  reason?: 'NONE' | 'OPTIONAL' | 'REQUIRED'
  onDone?: (result: Result) => void
  /** More to see before deciding, such as the effect of a change. */
  preview?: ReactNode
}

type Props<Result, Variables extends Record<string, unknown>> = CommandProps<Result, Variables> & { onClose: () => void }

/** Asks once more before a command runs. What the person wrote stays when the server refuses. */
export function CommandDialog<Result, Variables extends Record<string, unknown>>(props: Props<Result, Variables>) {
  const { label, color = 'primary', document, variables, question, done, reason = 'NONE', onDone, preview, onClose } = props
  const say = useSay()
  const notify = useNotify()
  const isPhone = useIsPhone()
  const titleId = useId()
  const [text, setText] = useState('')
  const command = useWrite(document)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    command.mutate(variables(text.trim()), {
      onSuccess: (result) => {
        notify(done, { type: 'success' })
        onClose()
        onDone?.(result)
      },
    })
  }
  return (
    <Dialog
      open
      onClose={command.isPending ? undefined : onClose}
      fullWidth
      maxWidth={preview ? 'lg' : 'sm'}
      fullScreen={isPhone}
      aria-labelledby={titleId}
    >
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{say(label)}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{say(question)}</DialogContentText>
          {preview}
          {reason !== 'NONE' && (
            <TextField
              label={say(reason === 'REQUIRED' ? 'command.reason' : 'command.reasonOptional')}
              helperText={say('command.reasonHelp')}
              value={text}
              onChange={(event) => setText(event.target.value)}
              required={reason === 'REQUIRED'}
              multiline
              minRows={2}
              fullWidth
              autoFocus
            />
          )}
          {command.error && <FaultNotice error={command.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={command.isPending}>
            {say('command.cancel')}
          </Button>
          <Button type="submit" variant="contained" color={color} loading={command.isPending}>
            {say(label)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
