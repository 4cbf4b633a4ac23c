import { Box, Typography, useTheme } from '@mui/material'
import { toneColours } from '../frame/chip/tones.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'

type Props = { won: string | null; lost: string | null }

/** Points won and lost as one bar, with both numbers in words. */
export function ContributionBar({ won, lost }: Props) {
  const say = useSay()
  const format = useFormat()
  const theme = useTheme()
  if (won === null && lost === null) return null
  const [gain, loss] = [Math.max(Number(won ?? 0), 0), Math.max(Number(lost ?? 0), 0)]
  const whole = gain + loss
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box
        aria-hidden="true"
        sx={{ display: 'flex', width: 96, height: 8, borderRadius: 4, overflow: 'hidden', backgroundColor: 'action.hover' }}
      >
        {whole > 0 && <Box sx={{ width: `${(gain / whole) * 100}%`, backgroundColor: toneColours(theme, 'good').solid }} />}
        {whole > 0 && <Box sx={{ width: `${(loss / whole) * 100}%`, backgroundColor: toneColours(theme, 'bad').solid }} />}
      </Box>
      <Typography component="span" variant="body2" sx={{ whiteSpace: 'nowrap' }}>
        {say('explanation.points', { won: format.number(gain, 2), lost: format.number(loss, 2) })}
      </Typography>
    </Box>
  )
}
