import BadIcon from '@mui/icons-material/ArrowDownward'
import MendIcon from '@mui/icons-material/BuildOutlined'
import GoodIcon from '@mui/icons-material/Check'
import VeryBadIcon from '@mui/icons-material/KeyboardDoubleArrowDown'
import VeryGoodIcon from '@mui/icons-material/KeyboardDoubleArrowUp'
import NoneIcon from '@mui/icons-material/RemoveCircleOutlined'
import type { ReactElement } from 'react'
import { useCodeLabel } from '../language/use-say.ts'
import { predikatTones } from './predikat-tones.ts'
import { ToneChip } from './ToneChip.tsx'

const icons: Record<string, ReactElement> = {
  SANGAT_BAIK: <VeryGoodIcon />,
  BAIK: <GoodIcon />,
  BUTUH_PERBAIKAN: <MendIcon />,
  KURANG: <BadIcon />,
  SANGAT_KURANG: <VeryBadIcon />,
}

type Props = { predikat: string | null | undefined; reason?: string | null | undefined; size?: 'small' | 'medium' }

/** The predikat, or the reason why there is none. */
export function PredikatChip({ predikat, reason, size = 'small' }: Props) {
  const label = useCodeLabel()
  if (predikat) {
    return (
      <ToneChip
        tone={predikatTones[predikat] ?? 'quiet'}
        label={label('predikat', predikat)}
        {...(icons[predikat] ? { icon: icons[predikat] } : {})}
        size={size}
      />
    )
  }
  return reason ? <ToneChip tone="quiet" label={label('noPredikatReason', reason)} icon={<NoneIcon />} size={size} /> : null
}
