import type { TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import type { MessageKey } from '../frame/language/messages.ts'

type Input = { id: string; revision: number; reason?: string }

export type StepSpec = {
  /** Name of the command among the server's verdicts. */
  name: string
  label: MessageKey
  document: TypedDocumentNode<Record<string, { id: string }>, { input: Input }>
  reason?: 'REQUIRED'
  isMain?: boolean
}

/** The steps that the person may take with a record now, each asked for once more; steps of other states are not drawn. */
export function Steps({
  record,
  specs,
}: {
  record: { id: string; revision: number; actions: Action[] }
  specs: readonly StepSpec[]
}) {
  const { id, revision, actions } = record
  const open = actions.filter(({ enabled }) => enabled)
  return specs.map(({ name, label, document, reason, isMain }) => (
    <CommandButton
      key={name}
      actions={open}
      name={name}
      label={label}
      document={document}
      variables={(text) => ({ input: { id, revision, ...(text ? { reason: text } : {}) } })}
      question="pembinaan.question"
      done="pembinaan.done"
      fault={staleNotice}
      variant={isMain ? 'contained' : 'outlined'}
      {...(reason ? { reason } : {})}
    />
  ))
}
