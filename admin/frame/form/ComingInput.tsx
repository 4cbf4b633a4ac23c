import { TextField } from '@mui/material'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

/** Holds the place of an input whose script is still on its way, so that nothing moves when it comes. */
export function ComingInput({ label }: { label: MessageKey }) {
  const say = useSay()
  return <TextField label={say(label)} disabled sx={{ minWidth: 210 }} />
}
