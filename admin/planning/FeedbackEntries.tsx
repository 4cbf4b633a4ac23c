import MendIcon from '@mui/icons-material/ConstructionOutlined'
import GoodIcon from '@mui/icons-material/ThumbUpAltOutlined'
import { Box, Card, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { FeedbackEntry } from './feedback-data.ts'

type Props<Entry extends FeedbackEntry> = {
  entries: readonly Entry[]
  label: MessageKey
  /** Whom the entry is about or from. */
  who: (entry: Entry) => ReactNode
  commands?: (entry: Entry) => ReactNode
}

/** Entries of the diary, newest first. */
export function FeedbackEntries<Entry extends FeedbackEntry>({ entries, label, who, commands }: Props<Entry>) {
  const say = useSay()
  return (
    <Box component="ol" aria-label={say(label)} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      {entries.map((entry) => (
        <Card component="li" key={entry.id} variant="outlined" sx={{ p: 1.5 }}>
          <Entry entry={entry} who={who(entry)} />
          {commands?.(entry)}
        </Card>
      ))}
    </Box>
  )
}

function Entry({ entry, who }: { entry: FeedbackEntry; who: ReactNode }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { tone, value, resultTitle, text, evidenceUrl, givenOn, counterOfId } = entry
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>
        <ToneChip
          tone={tone === 'POSITIF' ? 'good' : 'warn'}
          icon={tone === 'POSITIF' ? <GoodIcon /> : <MendIcon />}
          label={label('feedbackTone', tone)}
        />
        {counterOfId && <ToneChip tone="quiet" label={say('feedback.isCounter')} />}
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
          {who} · {format.date(givenOn)}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {resultTitle ?? (value ? label('behaviourValue', value) : '–')}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{text}</Typography>
      {evidenceUrl && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <a href={evidenceUrl} target="_blank" rel="noreferrer">
            {evidenceUrl}
          </a>
        </Typography>
      )}
    </>
  )
}
