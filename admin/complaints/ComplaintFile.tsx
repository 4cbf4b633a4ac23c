import { Box, Typography } from '@mui/material'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { type Fact, Facts } from '../frame/detail/Facts.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { Clock } from '../objections/Clock.tsx'
import { ComplaintSteps } from './ComplaintSteps.tsx'
import type { Complaint } from './data.ts'

/** The file of a complaint: its clocks, what may be done now, the words of the citizen and what was said since. */
export default function ComplaintFile({ complaint }: { complaint: Complaint }) {
  const say = useSay()
  const label = useCodeLabel()
  const { unit, category, queue, isAnonymous, description, links, messages } = complaint
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {`${label('complaintCategory', category)} · ${unit?.name ?? say('complaints.noUnit')}`}
      </Typography>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', my: 1 }}>
        <StateChip group="complaintState" code={complaint.state} />
        {queue === 'INSPECTORATE' && <ToneChip tone="warn" label={label('complaintQueue', queue)} />}
        <ToneChip tone="quiet" label={say(isAnonymous ? 'complaints.anonymous' : 'complaints.sealed')} />
        <Clocks complaint={complaint} />
      </Box>
      <ComplaintSteps complaint={complaint} />
      <Words heading={say('complaints.description')} text={description} />
      {links.length > 0 && (
        <Box component="ul" aria-label={say('complaints.links')} sx={{ mt: 0, pl: 2.5 }}>
          {links.map((url) => (
            <li key={url} style={{ overflowWrap: 'anywhere' }}>
              <a href={url} target="_blank" rel="noreferrer nofollow">
                {url}
              </a>
            </li>
          ))}
        </Box>
      )}
      <Box sx={{ my: 1.5 }}>
        <Facts facts={useFacts(complaint)} />
      </Box>
      {messages.nodes.length > 0 && <Thread messages={messages.nodes} />}
    </>
  )
}

function useFacts(complaint: Complaint): Fact[] {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { queue, handler, official, exclusion, duplicateOf, forwardedTo, decisionReason, finding, satisfaction } = complaint
  const only = (value: unknown, fact: Fact): Fact[] => (value === null ? [] : [fact])
  return [
    { label: 'complaints.received', value: format.instant(complaint.receivedAt) },
    { label: 'complaints.channel', value: label('complaintChannel', complaint.channel) },
    { label: 'complaints.class', value: complaint.class && label('complaintClass', complaint.class) },
    { label: 'complaints.handler', value: handler?.fullName },
    ...(queue === 'INSPECTORATE' ? [{ label: 'complaints.official' as const, value: official?.fullName }] : []),
    ...only(complaint.resolvedAt, { label: 'complaints.answeredAt', value: format.instant(complaint.resolvedAt) }),
    ...only(complaint.reopenedAt, { label: 'complaints.reopenedAt', value: format.instant(complaint.reopenedAt) }),
    ...only(exclusion, { label: 'complaints.exclusion', value: exclusion && label('complaintExclusion', exclusion) }),
    ...only(duplicateOf, { label: 'complaints.duplicateOf', value: duplicateOf }),
    ...only(forwardedTo, { label: 'complaints.forwardedTo', value: forwardedTo }),
    ...only(decisionReason, { label: 'complaints.reason', value: decisionReason }),
    ...only(finding, { label: 'complaints.finding', value: finding && label('complaintFinding', finding) }),
    ...only(satisfaction, {
      label: 'complaints.satisfaction',
      value: `${say('complaints.satisfactionOf', { value: satisfaction ?? 0 })}${complaint.satisfactionNote ? ` · ${complaint.satisfactionNote}` : ''}`,
    }),
  ]
}

function Clocks({ complaint: { state, verifyDueAt, dueAt, reopenUntil } }: { complaint: Complaint }) {
  if (state === 'DIJAWAB') return reopenUntil && <Clock label="complaints.respondBy" until={reopenUntil} />
  if (state === 'SELESAI' || state === 'DITOLAK' || state === 'DITERUSKAN') return null
  return (
    <>
      {state === 'DITERIMA' && verifyDueAt && <Clock label="complaints.verifyBy" until={verifyDueAt} />}
      {dueAt && <Clock label="complaints.due" until={dueAt} />}
    </>
  )
}

function Thread({ messages }: { messages: Complaint['messages']['nodes'] }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  return (
    <Box component="section" aria-label={say('complaints.thread')}>
      <Typography variant="h3" component="h3" sx={{ my: 1 }}>
        {say('complaints.thread')}
      </Typography>
      {messages.map(({ kind, text, at, authorName }) => (
        <Box
          key={`${at}${kind}`}
          sx={{ borderLeft: 3, borderColor: kind === 'ANSWER' ? 'primary.main' : 'divider', pl: 1.5, my: 1.5 }}
        >
          <Words
            heading={[label('complaintMessage', kind), authorName, format.instant(at)].filter(Boolean).join(' · ')}
            text={text}
          />
        </Box>
      ))}
    </Box>
  )
}

function Words({ heading, text }: { heading: string; text: string }) {
  return (
    <Box sx={{ my: 1 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {heading}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{text}</Typography>
    </Box>
  )
}
