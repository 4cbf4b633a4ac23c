import { Box, ButtonBase, Typography, useTheme } from '@mui/material'
import { type Tone, toneColours } from '../frame/chip/tones.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { visuallyHidden } from '../frame/visually-hidden.ts'
import type { TalentGrid } from './data.ts'

/** Rows by performance, high first; columns by potential, low first (PermenPANRB 3/2020). */
const rows = [
  { performance: 'TINGGI', boxes: [4, 7, 9] },
  { performance: 'MENENGAH', boxes: [2, 5, 8] },
  { performance: 'RENDAH', boxes: [1, 3, 6] },
] as const

const columns = ['RENDAH', 'MENENGAH', 'TINGGI'] as const

function toneOf(box: number): Tone {
  if (box >= 7) return 'good'
  return box >= 4 ? 'fair' : 'warn'
}

type Props = { grid: TalentGrid; open: number | null; onOpen: (box: number) => void }

/** The nine boxes as buttons in their places; each says its number, its meaning and its people in words. */
export function TalentBoxes({ grid, open, onOpen }: Props) {
  const say = useSay()
  const label = useCodeLabel()
  const theme = useTheme()
  const people = new Map(grid.boxes.map((one) => [one.box, one.people]))
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'auto repeat(3, minmax(0, 1fr))', gap: 0.75, maxWidth: 760 }}>
      <span />
      {columns.map((potential) => (
        <Typography key={potential} variant="body2" sx={{ color: 'text.secondary', textAlign: 'center' }}>
          {say(`talent.potential.${potential}`)}
        </Typography>
      ))}
      {rows.map(({ performance, boxes }) => [
        <Typography
          key={performance}
          variant="body2"
          sx={{ color: 'text.secondary', alignSelf: 'center', width: { xs: 76, sm: 110 } }}
        >
          {say(`talent.performance.${performance}`)}
        </Typography>,
        ...boxes.map((box) => {
          const { ink, ground, solid } = toneColours(theme, toneOf(box))
          const count = people.get(box) ?? 0
          return (
            <ButtonBase
              key={box}
              aria-pressed={open === box}
              onClick={() => onOpen(box)}
              sx={{
                flexDirection: 'column',
                minHeight: { xs: 84, sm: 104 },
                p: 1,
                borderRadius: 1,
                color: ink,
                bgcolor: ground,
                border: `2px solid ${open === box ? solid : 'transparent'}`,
                '&:focus-visible': { outline: `3px solid ${solid}`, outlineOffset: 1 },
              }}
            >
              <Box component="span" sx={visuallyHidden}>
                {say('talent.open', { box, name: label('talentBox', String(box)), smart_count: count })}
              </Box>
              <Box component="span" aria-hidden sx={{ display: 'contents' }}>
                <Typography component="span" variant="body2">
                  {box}
                </Typography>
                <Typography component="span" sx={{ fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.2 }}>
                  {count}
                </Typography>
                <Typography
                  component="span"
                  variant="body2"
                  sx={{ textAlign: 'center', display: { xs: 'none', sm: 'block' }, lineHeight: 1.25 }}
                >
                  {label('talentBox', String(box))}
                </Typography>
              </Box>
            </ButtonBase>
          )
        }),
      ])}
    </Box>
  )
}
