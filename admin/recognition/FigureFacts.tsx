import { Box, Typography } from '@mui/material'
import { type Fact, Facts } from '../frame/detail/Facts.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { Figures } from './data.ts'

/** The figures behind an award, with what they can and cannot say. */
export function FigureFacts({ figures }: { figures: Figures }) {
  const say = useSay()
  const format = useFormat()
  const { basis } = figures
  const facts: Fact[] =
    basis === 'SCORE'
      ? [
          { label: 'awards.theta', value: format.percent(figures.theta) },
          { label: 'awards.raw', value: format.percent(figures.raw) },
          { label: 'awards.indicators', value: format.number(figures.indicators) },
          { label: 'awards.reliability', value: format.fixed(figures.reliability, 2) },
          {
            label: 'awards.commonMean',
            value: `${format.percent(figures.commonMean)} (${say('awards.people', { smart_count: figures.people ?? 0 })})`,
          },
        ]
      : [
          { label: 'awards.indicator', value: `${figures.indicatorCode} · ${figures.indicatorName}` },
          {
            label: 'awards.now',
            value: say('awards.events', { events: format.number(figures.events), exposure: format.number(figures.exposure, 1) }),
          },
          {
            label: 'awards.before',
            value: say('awards.events', {
              events: format.number(figures.eventsBefore),
              exposure: format.number(figures.exposureBefore, 1),
            }),
          },
          {
            label: 'awards.rateRatio',
            value: `${format.fixed(figures.rateRatio, 2)} (${format.fixed(figures.ciLow, 2)}–${format.fixed(figures.ciHigh, 2)})`,
          },
          {
            label: 'awards.years',
            value: say('awards.yearsOf', { years: figures.baselineYears ?? 0, needed: figures.neededYears ?? 0 }),
          },
        ]
  return (
    <Box sx={{ my: 1.5 }}>
      <Facts facts={facts} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1, maxWidth: '75ch' }}>
        {say(basis === 'SCORE' ? 'awards.scoreHelp' : 'awards.rateHelp')}
      </Typography>
    </Box>
  )
}
