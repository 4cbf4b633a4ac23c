import type { ButtonProps } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { ActionButton } from './ActionButton.tsx'
import type { Action } from './action.ts'
import { CommandDialog, type CommandProps } from './CommandDialog.tsx'

type Props<Result, Variables extends Record<string, unknown>> = CommandProps<Result, Variables> & {
  /** The server's verdicts on the record, and the name of this command among them. A command it does not name is not drawn. */
  actions: readonly Action[]
  name: string
  icon?: ReactNode
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
}

/** A button for one command that needs no more than a confirmation and perhaps a reason. */
export function CommandButton<Result, Variables extends Record<string, unknown>>(props: Props<Result, Variables>) {
  const { actions, name, label, icon, variant, size, color } = props
  const [isOpen, setOpen] = useState(false)
  const action = actions.find((candidate) => candidate.name === name)
  if (!action) return null
  return (
    <>
      <ActionButton
        action={action}
        label={label}
        icon={icon}
        variant={variant}
        size={size}
        color={color}
        onClick={() => setOpen(true)}
      />
      {isOpen && <CommandDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
