import CopyIcon from '@mui/icons-material/ContentCopyOutlined'
import { Button, type ButtonProps } from '@mui/material'
import { useState } from 'react'
import { copyText } from './copy-text.ts'
import { useSay } from './language/use-say.ts'

/** Copies a text. Where it cannot it says nothing: the text can still be selected by hand. */
export function CopyButton({ text, size = 'medium' }: { text: string; size?: ButtonProps['size'] }) {
  const say = useSay()
  const [isCopied, setCopied] = useState(false)
  return (
    <Button size={size} startIcon={<CopyIcon />} onClick={() => void copyText(text).then(setCopied)}>
      {say(isCopied ? 'secret.copied' : 'secret.copy')}
    </Button>
  )
}
