import { Box, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { DEADLINES, type DeadlineRow } from './data.ts'

/** What is due in the year of a period; days that no national rule names are marked as local policy. */
export function DeadlinePanel({ periodKey }: { periodKey: string }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(DEADLINES, { periodKey }, { keepPrevious: true })
  return (
    <Section title="home.deadlines">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={3} />}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {data?.deadlines.map((deadline) => (
          <li key={`${deadline.kind} ${deadline.periodKey}`}>
            <Typography sx={{ fontWeight: 650 }}>{format.date(deadline.on)}</Typography>
            <Typography>
              {label('deadlineKind', deadline.kind)} · {deadline.periodKey}
            </Typography>
            <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mt: 0.5 }}>
              <Standing deadline={deadline} />
              {deadline.isLocal && <ToneChip tone="quiet" label={say('indicators.local')} />}
            </Box>
          </li>
        ))}
      </Box>
    </Section>
  )
}

function Standing({ deadline: { daysLeft, isDone } }: { deadline: DeadlineRow }) {
  const say = useSay()
  const count = Math.abs(daysLeft)
  if (isDone) return <ToneChip tone="good" label={say('home.deadlineDone')} />
  if (daysLeft < 0) return <ToneChip tone="bad" label={say('home.deadlineLate', { smart_count: count, count })} />
  return <ToneChip tone={daysLeft <= 14 ? 'warn' : 'fair'} label={say('home.deadlineLeft', { smart_count: count, count })} />
}
