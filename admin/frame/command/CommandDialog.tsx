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
import { operationName } from '../data/document.ts'
import { useWrite } from '../data/write.ts'
import { DraftOffer } from '../draft/DraftOffer.tsx'
import { useDraft } from '../draft/use-draft.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { UnsavedNotice } from '../state/UnsavedNotice.tsx'
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
  /** More to say about a refusal, such as what somebody else decided meanwhile; null leaves it to the server's sentence. */
  fault?: (error: unknown, hasText: boolean) => ReactNode
}

type Props<Result, Variables extends Record<string, unknown>> = CommandProps<Result, Variables> & { onClose: () => void }

/** Asks once more before a command runs. What the person wrote stays when the server refuses, the line is cut or the tab closed. */
export function CommandDialog<Result, Variables extends Record<string, unknown>>(props: Props<Result, Variables>) {
  const {
    label,
    color = 'primary',
    document,
    variables,
    question,
    done,
    reason = 'NONE',
    onDone,
    preview,
    fault,
    onClose,
  } = props
  const say = useSay()
  const notify = useNotify()
  const isPhone = useIsPhone()
  const titleId = useId()
  const [text, setText] = useState('')
  const command = useWrite(document)
  // The variables tell the record, so that what was written about one is not offered for another.
  const draft = useDraft<string>(`${operationName(document)}${JSON.stringify(variables('')).slice(0, 300)}`)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    command.mutate(variables(text.trim()), {
      onSuccess: (result) => {
        draft.drop()
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
          {reason !== 'NONE' && draft.found && text === '' && (
            <DraftOffer
              at={draft.found.at}
              onTake={() => {
                setText(draft.found?.value ?? '')
                draft.take()
              }}
              onDrop={draft.drop}
            />
          )}
          {reason !== 'NONE' && (
            <TextField
              label={say(reason === 'REQUIRED' ? 'command.reason' : 'command.reasonOptional')}
              helperText={say('command.reasonHelp')}
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                draft.keep(event.target.value || null)
              }}
              required={reason === 'REQUIRED'}
              multiline
              minRows={2}
              fullWidth
              autoFocus
            />
          )}
          {command.error && (fault?.(command.error, text !== '') ?? <UnsavedNotice error={command.error} isSubmit />)}
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
