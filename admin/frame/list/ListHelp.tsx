import { Typography } from '@mui/material'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

/** What the page is for, in a sentence or two. */
export function ListHelp({ text }: { text: MessageKey }) {
  const say = useSay()
  return <Typography sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '75ch' }}>{say(text)}</Typography>
}
