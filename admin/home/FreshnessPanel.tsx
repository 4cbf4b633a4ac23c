import { Box, Button, LinearProgress, Typography } from '@mui/material'
import { useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { FRESHNESS, type Scope } from './data.ts'

const firstRows = 6

/** Each source of data: how much of what is planned on it is measured, and when last; stalest first. */
export function FreshnessPanel({ periodKey, underUnitId }: Scope) {
  const say = useSay()
  const format = useFormat()
  const [isWhole, setWhole] = useState(false)
  const { data, error, isPending, refetch } = useRead(FRESHNESS, { periodKey, underUnitId }, { keepPrevious: true })
  const rows = data?.dataFreshness ?? []
  return (
    <Section title="home.freshness" help="home.freshnessHelp">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={3} />}
      {data && rows.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('home.noFreshness')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {(isWhole ? rows : rows.slice(0, firstRows)).map(({ source, items, measured, latestMeasuredOn }) => (
          <li key={source}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{source}</Typography>
              <Typography sx={{ whiteSpace: 'nowrap' }}>{format.share(measured, items)}</Typography>
            </Box>
            <LinearProgress aria-hidden="true" variant="determinate" value={items === 0 ? 0 : (measured / items) * 100} />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {say('home.measuredOf', {
                measured: format.number(measured),
                items: format.number(items),
                date: format.date(latestMeasuredOn),
              })}
            </Typography>
          </li>
        ))}
      </Box>
      {!isWhole && rows.length > firstRows && (
        <Button size="small" onClick={() => setWhole(true)}>
          {say('list.showAll', { count: rows.length })}
        </Button>
      )}
    </Section>
  )
}
