import CopyIcon from '@mui/icons-material/ContentCopyOutlined'
import { Box, Button } from '@mui/material'
import { useState } from 'react'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'

/** Text to take along, such as a query or a command, with a button that copies it. */
export function CopyBlock({ label, text }: { label: MessageKey; text: string }) {
  const say = useSay()
  const [isCopied, setCopied] = useState(false)
  // Where the clipboard is forbidden, the text can still be selected by hand.
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
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
      <Button size="small" startIcon={<CopyIcon />} onClick={() => void copy()}>
        {say(isCopied ? 'secret.copied' : 'secret.copy')}
      </Button>
    </Box>
  )
}
