import BelowIcon from '@mui/icons-material/ArrowDownward'
import AboveIcon from '@mui/icons-material/ArrowUpward'
import SameIcon from '@mui/icons-material/DragHandle'
import type { ReactElement } from 'react'
import { useCodeLabel } from '../language/use-say.ts'
import { levelTones } from './predikat-tones.ts'
import { ToneChip } from './ToneChip.tsx'

const icons: Record<string, ReactElement> = { DI_ATAS: <AboveIcon />, SESUAI: <SameIcon />, DI_BAWAH: <BelowIcon /> }

/** One of the three levels of an expectation; nothing when it was not rated. */
export function LevelChip({ level, isShort = false }: { level: string | null | undefined; isShort?: boolean }) {
  const label = useCodeLabel()
  if (!level) return null
  return (
    <ToneChip
      tone={levelTones[level] ?? 'quiet'}
      label={label(isShort ? 'levelShort' : 'level', level)}
      {...(icons[level] ? { icon: icons[level] } : {})}
    />
  )
}
