import { Chip, type ChipProps, useTheme } from '@mui/material'
import type { ReactElement } from 'react'
import { type Tone, toneColours } from './tones.ts'

type Props = { tone: Tone; label: string; icon?: ReactElement; size?: ChipProps['size'] }

/** A state in words with an icon; the colour only repeats what they say. */
export function ToneChip({ tone, label, icon, size = 'small' }: Props) {
  const { ink, ground } = toneColours(useTheme(), tone)
  return (
    <Chip
      size={size}
      label={label}
      {...(icon ? { icon } : {})}
      sx={{ color: ink, backgroundColor: ground, fontWeight: 600, '& .MuiChip-icon': { color: 'inherit', fontSize: 17 } }}
    />
  )
}
