import { Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { FeedbackEntries } from './FeedbackEntries.tsx'
import { OWN_FEEDBACK } from './feedback-data.ts'

const page = 25

/** What is said of the person: counts by quarter and group, then the entries. Small groups stay hidden until they are large enough. */
export function ReceivedFeedback() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const [first, setFirst] = useState(page)
  const { data, error, isPending, refetch } = useRead(OWN_FEEDBACK, { first }, { keepPrevious: true })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  const { feedback, feedbackTally } = data.viewer?.employee ?? { feedback: null, feedbackTally: null }
  const entries = feedback?.nodes ?? []
  const left = (feedback?.totalCount ?? 0) - entries.length
  return (
    <>
      <Section title="feedback.counts" help="feedback.countsHelp">
        <RowsTable
          caption="feedback.counts"
          rows={feedbackTally ?? []}
          keyOf={({ periodKey, group, tone }) => `${periodKey} ${group} ${tone}`}
          empty="feedback.noCounts"
          firstRows={12}
          columns={[
            { label: 'feedback.quarter', render: ({ periodKey }) => periodKey },
            { label: 'feedback.group', render: ({ group }) => label('feedbackGroup', group) },
            { label: 'feedback.tone', render: ({ tone }) => label('feedbackTone', tone) },
            { label: 'feedback.entries', isNumber: true, render: ({ entries: count }) => format.number(count) },
          ]}
        />
      </Section>
      <Section title="feedback.received">
        {entries.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('feedback.noneReceived')}</Typography>}
        <FeedbackEntries
          entries={entries}
          label="feedback.received"
          who={({ author, group }) => author?.fullName ?? say('feedback.unnamedGroup', { group: label('feedbackGroup', group) })}
        />
        {left > 0 && <Button onClick={() => setFirst(Math.min(first + page, 100))}>{say('feedback.more', { left })}</Button>}
      </Section>
    </>
  )
}
