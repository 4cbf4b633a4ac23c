import { Box } from '@mui/material'
import { CopyButton } from '../frame/CopyButton.tsx'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'

/** Text to take along, such as a query or a command, with a button that copies it. */
export function CopyBlock({ label, text }: { label: MessageKey; text: string }) {
  const say = useSay()
  return (
    <Box sx={{ mb: 1 }}>
      <Box
        component="pre"
        // A part that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={say(label)}
        sx={{
          m: 0,
          p: 1.5,
          borderRadius: 1,
          backgroundColor: 'action.hover',
          overflow: 'auto',
          maxHeight: 360,
          fontSize: '0.85rem',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
      <CopyButton text={text} size="small" />
    </Box>
  )
}
