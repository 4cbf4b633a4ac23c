import { Box, Button, type ButtonProps, Tooltip } from '@mui/material'
import { type ReactNode, useId } from 'react'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { usePageAction } from '../palette/page-actions.ts'
import { visuallyHidden } from '../visually-hidden.ts'
import type { Action } from './action.ts'

type Props = {
  action: Action
  label: MessageKey
  icon?: ReactNode
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  color?: ButtonProps['color']
  onClick: () => void
}

/** Draws the server's verdict on one command. A disabled button says why, to eyes and to screen readers. */
export function ActionButton({ action, label, icon, variant = 'outlined', size = 'medium', color = 'primary', onClick }: Props) {
  const say = useSay()
  const reasonId = useId()
  usePageAction(say(label), action.enabled, onClick)
  const button = (
    <Button
      variant={variant}
      size={size}
      color={color}
      startIcon={icon}
      // Stays in the order of the keyboard, so that the reason can be found.
      aria-disabled={!action.enabled}
      aria-describedby={action.enabled ? undefined : reasonId}
      onClick={() => action.enabled && onClick()}
      sx={{ whiteSpace: 'nowrap', ...(action.enabled ? {} : { opacity: 0.65, cursor: 'not-allowed' }) }}
    >
      {say(label)}
    </Button>
  )
  if (action.enabled) return button
  return (
    <Tooltip title={action.reason ?? ''}>
      <Box component="span">
        {button}
        <Box component="span" id={reasonId} sx={visuallyHidden}>
          {action.reason}
        </Box>
      </Box>
    </Tooltip>
  )
}
