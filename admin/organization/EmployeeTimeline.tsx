import PositionIcon from '@mui/icons-material/BadgeOutlined'
import EducationIcon from '@mui/icons-material/HistoryEduOutlined'
import RankIcon from '@mui/icons-material/MilitaryTechOutlined'
import TrainingIcon from '@mui/icons-material/SchoolOutlined'
import AppraisalIcon from '@mui/icons-material/TaskAltOutlined'
import { Box, Chip, Stack, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { HISTORIES } from './histories.ts'
import { type TimelineEvent, type TimelineKind, timelineOf } from './timeline-events.ts'

const kinds: Record<TimelineKind, { label: MessageKey; icon: ReactElement }> = {
  POSITION: { label: 'timeline.position', icon: <PositionIcon /> },
  RANK: { label: 'timeline.rank', icon: <RankIcon /> },
  TRAINING: { label: 'timeline.training', icon: <TrainingIcon /> },
  EDUCATION: { label: 'timeline.education', icon: <EducationIcon /> },
  APPRAISAL: { label: 'timeline.appraisal', icon: <AppraisalIcon /> },
}

/** Positions, ranks, trainings, educations and appraisals of an employee in one line of time. */
export function EmployeeTimeline({ id }: { id: string }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const [kind, setKind] = useState<TimelineKind | null>(null)
  const { data, error, isPending, refetch } = useRead(HISTORIES, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={5} />
  const events = timelineOf(data, {
    predikat: (code) => label('predikat', code),
    reason: (code) => label('noPredikatReason', code),
    jp: (jp) => say('timeline.jp', { jp: format.number(jp) }),
  })
  const shown = kind ? events.filter((event) => event.kind === kind) : events
  return (
    <Section title="employees.timeline" help="timeline.help">
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 2 }}>
        {Object.entries(kinds).map(([name, { label: text, icon }]) => (
          <Chip
            key={name}
            icon={icon}
            label={`${say(text)} (${events.filter((event) => event.kind === name).length})`}
            variant={kind === name ? 'filled' : 'outlined'}
            color={kind === name ? 'primary' : 'default'}
            aria-pressed={kind === name}
            onClick={() => setKind(kind === name ? null : (name as TimelineKind))}
          />
        ))}
      </Stack>
      {shown.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('timeline.empty')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((event) => (
          <EventRow key={event.key} event={event} />
        ))}
      </Box>
    </Section>
  )
}

function EventRow({ event }: { event: TimelineEvent }) {
  const say = useSay()
  const format = useFormat()
  const { label, icon } = kinds[event.kind]
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 2, py: 1, borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}
    >
      <Box aria-hidden="true" sx={{ color: 'text.secondary', pt: 0.25 }}>
        {icon}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {event.on ? format.date(event.on) : say('timeline.undated')}
          {event.until && ` – ${format.date(event.until)}`} · {say(label)}
        </Typography>
        <Typography sx={{ fontWeight: 600 }}>{event.to ? <Link to={event.to}>{event.title}</Link> : event.title}</Typography>
        {event.detail && <Typography variant="body2">{event.detail}</Typography>}
      </Box>
    </Box>
  )
}
