import { Box, Typography } from '@mui/material'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ContributionBar } from './ContributionBar.tsx'
import { EXPLANATION } from './explanation.ts'

/** The planned results with the points that each wins or loses: the short form of the explanation. */
export function ResultBars({ id }: { id: string }) {
  const say = useSay()
  const format = useFormat()
  const { data, error, isPending } = useRead(EXPLANATION, { id })
  if (error) return <FaultNotice error={error} />
  if (isPending) return <PageSkeleton rows={3} />
  const results = (data.appraisal.explanation?.nodes ?? []).filter(({ kind }) => kind === 'RHK')
  if (results.length === 0) return null
  return (
    <Box component="section" sx={{ mt: 2 }}>
      <Typography variant="h3" component="h3" sx={{ fontSize: '1rem', fontWeight: 650, mb: 0.5 }}>
        {say('panel.results')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {results.map(({ key, label, value, level, weight, pointsWon, pointsLost }) => (
          <Box component="li" key={key} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
            <Typography variant="body2">{label}</Typography>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
              <strong>{format.percent(value)}</strong>
              <LevelChip level={level} isShort />
              {weight !== null && (
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                  {say('explanation.weightIs', { weight: format.share(Number(weight), 1) })}
                </Typography>
              )}
              <ContributionBar won={pointsWon} lost={pointsLost} />
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
