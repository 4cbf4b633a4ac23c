import DenseIcon from '@mui/icons-material/DensitySmall'
import { IconButton, Tooltip } from '@mui/material'
import { useSay } from '../language/use-say.ts'
import { useDensity } from '../views/use-view-state.ts'

/** Narrow rows for long lists, wide ones for reading; kept for the person on this device. */
export function DensitySwitch() {
  const say = useSay()
  const [isDense, setDense] = useDensity()
  return (
    <Tooltip title={say(isDense ? 'list.comfortable' : 'list.dense')}>
      <IconButton
        size="small"
        color={isDense ? 'primary' : 'default'}
        aria-label={say('list.dense')}
        aria-pressed={isDense}
        onClick={() => setDense(!isDense)}
      >
        <DenseIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  )
}
