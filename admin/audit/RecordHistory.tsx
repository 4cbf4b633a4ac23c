import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { fieldWords, valueWords } from './change-words.ts'
import { type FieldChange, type HistoryEvent, RECORD_HISTORY } from './history.ts'

const page = 10

/**
 * What was done to a record: when, by whom, why, and field by field from what to what. `ids` are the global ids of the record and of the
 * parts that belong to it, such as the versions of an indicator.
 */
export function RecordHistory({ ids }: { ids: string[] }) {
  const say = useSay()
  const mayRead = useMay('audit.read')
  const [first, setFirst] = useState(page)
  const { data, error, isPending, refetch } = useRead(
    RECORD_HISTORY,
    { ids, first, offset: 0 },
    { enabled: mayRead, keepPrevious: true },
  )
  if (!mayRead) {
    return (
      <Section title="history.title">
        <Typography sx={{ color: 'text.secondary' }}>{say('history.restricted')}</Typography>
      </Section>
    )
  }
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={3} />
  const { totalCount, nodes } = data.auditEvents
  return (
    <Section title="history.title" help="history.help">
      {nodes.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('history.none')}</Typography>}
      <Box component="ol" aria-label={say('history.title')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {nodes.map((event) => (
          <EventItem key={event.id} event={event} />
        ))}
      </Box>
      {nodes.length < totalCount && first < 100 && (
        <Button size="small" onClick={() => setFirst(Math.min(first + 30, 100))} sx={{ mt: 1 }}>
          {say('history.more', { smart_count: totalCount - nodes.length, count: totalCount - nodes.length })}
        </Button>
      )}
    </Section>
  )
}

function EventItem({ event }: { event: HistoryEvent }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const roles = event.role?.split(' ').map((role) => label('role', role))
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}>
      <Typography sx={{ fontWeight: 600 }}>{event.sentence}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {format.instant(event.at)} · {event.actorLabel}
        {roles && ` (${[...new Set(roles)].join(', ')})`}
      </Typography>
      {event.reason && <Typography variant="body2">{say('history.reason', { reason: event.reason })}</Typography>}
      {event.changes.length > 0 && (
        <Box component="dl" sx={{ m: 0, mt: 0.5, display: 'grid', gridTemplateColumns: { sm: 'max-content 1fr' }, columnGap: 2 }}>
          {event.changes.map((change) => (
            <ChangeWords key={change.field} change={change} />
          ))}
        </Box>
      )}
    </Box>
  )
}

function ChangeWords({ change }: { change: FieldChange }) {
  const words = { say: useSay(), label: useCodeLabel(), format: useFormat() }
  const { field } = change
  return (
    <>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {fieldWords(field, words)}
      </Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        <del>{valueWords(field, change.before, change.beforeName, words)}</del>
        <span aria-hidden="true"> → </span>
        <ins>{valueWords(field, change.after, change.afterName, words)}</ins>
      </Typography>
    </>
  )
}
