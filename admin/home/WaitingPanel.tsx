import { Box, Card, CardActionArea, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { WAITING } from './data.ts'

/** What waits for this person, counted by the server; each opens the list where it is done. */
export function WaitingPanel() {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(WAITING, {})
  return (
    <Section title="home.waiting">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={2} />}
      {data?.waiting.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('home.nothingWaits')}</Typography>}
      {data && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
          {data.waiting.map(({ kind, count, oldestOn, link }) => (
            <Card component="li" key={kind} variant="outlined">
              <CardActionArea component={Link} to={link} sx={{ px: 1.5, py: 1 }}>
                <Typography component="div" sx={{ fontWeight: 650, fontSize: '1.25rem' }}>
                  {format.number(count)}
                </Typography>
                <Typography component="div">{label('waitingKind', kind)}</Typography>
                {oldestOn && (
                  <Typography component="div" variant="body2" sx={{ color: 'text.secondary' }}>
                    {say('home.since', { date: format.date(oldestOn) })}
                  </Typography>
                )}
              </CardActionArea>
            </Card>
          ))}
        </Box>
      )}
    </Section>
  )
}
