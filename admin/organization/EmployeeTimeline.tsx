import PositionIcon from '@mui/icons-material/BadgeOutlined'
import DisciplineIcon from '@mui/icons-material/GavelOutlined'
import EducationIcon from '@mui/icons-material/HistoryEduOutlined'
import RankIcon from '@mui/icons-material/MilitaryTechOutlined'
import TrainingIcon from '@mui/icons-material/SchoolOutlined'
import SuperiorIcon from '@mui/icons-material/SupervisorAccountOutlined'
import AppraisalIcon from '@mui/icons-material/TaskAltOutlined'
import { Alert, Box, Chip, Stack, TextField, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { EmployeeAsOf } from './EmployeeAsOf.tsx'
import { HISTORIES } from './histories.ts'
import { eventsUntil, type TimelineEvent, type TimelineKind, timelineOf } from './timeline-events.ts'

const kinds: Record<TimelineKind, { label: MessageKey; icon: ReactElement }> = {
  POSITION: { label: 'timeline.position', icon: <PositionIcon /> },
  RANK: { label: 'timeline.rank', icon: <RankIcon /> },
  TRAINING: { label: 'timeline.training', icon: <TrainingIcon /> },
  EDUCATION: { label: 'timeline.education', icon: <EducationIcon /> },
  APPRAISAL: { label: 'timeline.appraisal', icon: <AppraisalIcon /> },
  SUPERIOR: { label: 'timeline.superior', icon: <SuperiorIcon /> },
  DISCIPLINE: { label: 'timeline.discipline', icon: <DisciplineIcon /> },
}

/** All histories of an employee in one line of time, of chosen kinds, as of any day; kind and day live in the address. */
export function EmployeeTimeline({ id }: { id: string }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const { data, error, isPending, refetch } = useRead(HISTORIES, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={5} />
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(search.get('asOf') ?? '')?.[0] ?? null
  const kind = search.get('kind')
  const change = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  const all = timelineOf(data, {
    predikat: (code) => label('predikat', code),
    reason: (code) => label('noPredikatReason', code),
    jp: (jp) => say('timeline.jp', { jp: format.number(jp) }),
    level: (code) => label('disciplineLevel', code),
  })
  const begun = eventsUntil(all, day)
  const shown = kind ? begun.filter((event) => event.kind === kind) : begun
  const later = all.length - begun.length
  const { positions, disciplines } = data.employee
  return (
    <Section title="employees.timeline" help="timeline.help">
      {positions === null ? (
        <Alert severity="info">{say('timeline.restricted')}</Alert>
      ) : (
        <TextField
          type="date"
          label={say('timeline.asOf')}
          helperText={day && later > 0 ? say('timeline.later', { smart_count: later, count: later }) : say('timeline.asOfHelp')}
          value={day ?? ''}
          onChange={(event) => change('asOf', event.target.value || null)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ mb: 2, minWidth: 220 }}
        />
      )}
      {day && positions && <EmployeeAsOf id={id} day={day} events={all} />}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 2 }}>
        {Object.entries(kinds)
          .map(([name, shape]) => ({ name, ...shape, count: begun.filter((event) => event.kind === name).length }))
          .filter(({ count, name }) => count > 0 || name === kind)
          .map(({ name, label: text, icon, count }) => (
            <Chip
              key={name}
              icon={icon}
              label={`${say(text)} (${count})`}
              variant={kind === name ? 'filled' : 'outlined'}
              color={kind === name ? 'primary' : 'default'}
              aria-pressed={kind === name}
              onClick={() => change('kind', kind === name ? null : name)}
            />
          ))}
      </Stack>
      {disciplines === null && positions !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {say('timeline.noDiscipline')}
        </Typography>
      )}
      {shown.length === 0 && positions !== null && (
        <Typography sx={{ color: 'text.secondary' }}>{say('timeline.empty')}</Typography>
      )}
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
