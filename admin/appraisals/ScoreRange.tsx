import { Box, useTheme } from '@mui/material'
import { toneColours } from '../frame/chip/tones.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { PeerFigures } from './comparison.ts'

type Props = { score: number; figures: PeerFigures }

/** Width and height of the drawing in its own units. */
const [width, height] = [320, 36]

/** The middle half of the group as a bar, its median as a line, the own score as a diamond. The figures stand below as text. */
export function ScoreRange({ score, figures }: Props) {
  const say = useSay()
  const theme = useTheme()
  const { lowerQuartile, median, upperQuartile } = figures
  const spread = Math.max(upperQuartile - lowerQuartile, 1)
  const low = Math.min(score, lowerQuartile) - spread / 2
  const high = Math.max(score, upperQuartile) + spread / 2
  const at = (value: number) => ((value - low) / (high - low)) * width
  return (
    <Box sx={{ maxWidth: 480, mb: 1.5 }}>
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={say('comparison.drawing')}>
        <line x1={0} x2={width} y1={18} y2={18} stroke={theme.palette.divider} strokeWidth={2} />
        <rect
          x={at(lowerQuartile)}
          y={9}
          width={Math.max(at(upperQuartile) - at(lowerQuartile), 2)}
          height={18}
          rx={3}
          fill={toneColours(theme, 'quiet').solid}
          opacity={0.55}
        />
        <line x1={at(median)} x2={at(median)} y1={5} y2={31} stroke={theme.palette.text.primary} strokeWidth={2} />
        <path
          d={`M ${at(score)} 8 l 9 10 l -9 10 l -9 -10 z`}
          fill={theme.palette.primary.main}
          stroke={theme.palette.background.paper}
          strokeWidth={2}
        />
      </svg>
    </Box>
  )
}
