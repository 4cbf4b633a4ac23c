import { Box, Typography, useTheme } from '@mui/material'
import { toneColours } from '../frame/chip/tones.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'

type Props = { won: string | null; lost: string | null }

/** Points that fill one half of the bar; more are drawn as a full half. */
const fullPoints = 10

/** How far a part lifts the score or pulls it down from 100: to the right or to the left of the middle, and in words. */
export function ContributionBar({ won, lost }: Props) {
  const say = useSay()
  const format = useFormat()
  const theme = useTheme()
  const [gain, loss] = [Number(won ?? 0), Number(lost ?? 0)]
  if (gain === 0 && loss === 0) return null
  const half = (points: number) => `${Math.min(points / fullPoints, 1) * 100}%`
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box
        aria-hidden="true"
        sx={{ display: 'flex', width: 96, height: 8, borderRadius: 4, overflow: 'hidden', backgroundColor: 'action.hover' }}
      >
        <Box sx={{ width: '50%', display: 'flex', justifyContent: 'flex-end', borderRight: 1, borderColor: 'text.secondary' }}>
          <Box sx={{ width: half(loss), backgroundColor: toneColours(theme, 'bad').solid }} />
        </Box>
        <Box sx={{ width: '50%' }}>
          <Box sx={{ width: half(gain), height: '100%', backgroundColor: toneColours(theme, 'good').solid }} />
        </Box>
      </Box>
      <Typography component="span" variant="body2">
        {gain > 0
          ? say('explanation.lifts', { points: format.number(gain) })
          : say('explanation.pulls', { points: format.number(loss) })}
      </Typography>
    </Box>
  )
}
