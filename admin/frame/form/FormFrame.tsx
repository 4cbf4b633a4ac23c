import type { TypedDocumentNode } from '@apollo/client'
import { Box, Button } from '@mui/material'
import type { ReactNode } from 'react'
import { Form, useNotify } from 'react-admin'
import { operationName } from '../data/document.ts'
import type { FaultBody } from '../data/errors.ts'
import { useWrite } from '../data/write.ts'
import { FormDraft } from '../draft/FormDraft.tsx'
import { useDraft } from '../draft/use-draft.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { UnsavedNotice } from '../state/UnsavedNotice.tsx'

export type Values = Record<string, unknown>

type Props<Result, Variables extends Record<string, unknown>> = {
  document: TypedDocumentNode<Result, Variables>
  /** What the form is about, such as the id of a row: what was typed about one is never offered for another. Null where it makes a new one. */
  about: string | null
  /** The command's variables from what stands in the form. */
  variables: (values: Values) => Variables
  initial?: Values
  submit: MessageKey
  done: MessageKey
  onDone: (result: Result) => void
  onCancel?: () => void
  children: ReactNode
  /** Warn before leaving with unsaved text; off inside dialogs. */
  warnWhenUnsaved?: boolean
}

/**
 * A form for one command: the server's refusals stand at their fields, and what was typed stays until it is saved, across a cut line, an ended
 * session and a closed tab.
 */
export function FormFrame<Result, Variables extends Record<string, unknown>>(props: Props<Result, Variables>) {
  const { document, about, variables, initial = {}, submit, done, onDone, onCancel, children, warnWhenUnsaved = false } = props
  const say = useSay()
  const notify = useNotify()
  const command = useWrite(document)
  const draft = useDraft<Values>(`${operationName(document)}${about ?? ''}`)
  const save = async (values: Values) => {
    try {
      const result = await command.mutateAsync(variables(values))
      draft.drop()
      notify(done, { type: 'success' })
      onDone(result)
      return undefined
    } catch (error) {
      const { errors = {} } = ((error as { body?: FaultBody }).body ?? {}) as Partial<FaultBody>
      return Object.fromEntries(Object.entries(errors).filter(([field]) => field !== 'root'))
    }
  }
  return (
    <Form onSubmit={save} defaultValues={initial} warnWhenUnsavedChanges={warnWhenUnsaved} noValidate>
      <FormDraft draft={draft} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', '& > .MuiFormControl-root': { width: '100%' } }}>
        {children}
      </Box>
      {command.error && <UnsavedNotice error={command.error} isSubmit />}
      <Box sx={{ display: 'flex', gap: 1, mt: 2, flexWrap: 'wrap' }}>
        <Button type="submit" variant="contained" loading={command.isPending}>
          {say(submit)}
        </Button>
        {onCancel && (
          <Button onClick={onCancel} disabled={command.isPending}>
            {say('command.cancel')}
          </Button>
        )}
      </Box>
    </Form>
  )
}
