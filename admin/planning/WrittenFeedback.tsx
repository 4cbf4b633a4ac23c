import { Box, Typography } from '@mui/material'
import { required, TextInput } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { FeedbackEntries } from './FeedbackEntries.tsx'
import { CHANGE_FEEDBACK, COUNTER_FEEDBACK, type FeedbackEntry, WRITTEN_FEEDBACK } from './feedback-data.ts'

/** What the person wrote as a leader, and the way to correct an unnamed entry by its receipt. */
export function WrittenFeedback() {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(WRITTEN_FEEDBACK, { first: 50 })
  return (
    <Section
      title="feedback.written"
      help="feedback.writtenHelp"
      actions={
        <FormDialogButton label="feedback.byReceipt" size="small" variant="text">
          {(close) => <CounterForm onClose={close} />}
        </FormDialogButton>
      }
    >
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={3} />}
      {data?.feedbackWritten.totalCount === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{say('feedback.noneWritten')}</Typography>
      )}
      {data && (
        <FeedbackEntries
          entries={data.feedbackWritten.nodes}
          label="feedback.written"
          who={({ employee }) => employee.fullName}
          commands={(entry) => <Commands entry={entry} />}
        />
      )}
    </Section>
  )
}

/** Within 24 hours an entry is mended; afterwards a counter-entry stands beside it. */
function Commands({ entry }: { entry: FeedbackEntry }) {
  const { id, tone, text, evidenceUrl, actions } = entry
  const say = useSay()
  const change = actions.find(({ name }) => name === 'CHANGE_FEEDBACK')
  const open = actions.filter(({ enabled }) => enabled)
  // The other way to mend it opens when this one closes.
  const counter = open.filter(({ name }) => name !== 'COUNTER_FEEDBACK' || !change?.enabled)
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 1 }}>
      <FormDialogButton label="feedback.change" size="small" verdict={{ actions: open, name: 'CHANGE_FEEDBACK' }}>
        {(close) => (
          <FormFrame
            document={CHANGE_FEEDBACK}
            about={id}
            initial={{ tone, text, evidenceUrl, value: entry.value }}
            variables={(values) => ({
              input: {
                ...{ id, tone: values.tone, text: values.text, evidenceUrl: values.evidenceUrl || null },
                ...(entry.rhkId ? { rhkId: entry.rhkId } : { value: values.value }),
              },
            })}
            submit="feedback.save"
            done="feedback.changed"
            onDone={close}
            onCancel={close}
          >
            <CodeInput source="tone" group="feedbackTone" label="feedback.tone" validate={required()} />
            {!entry.rhkId && <CodeInput source="value" group="behaviourValue" label="feedback.tie" validate={required()} />}
            <TextInput source="text" label="feedback.text" helperText={false} validate={required()} multiline minRows={3} />
            <TextInput source="evidenceUrl" label="feedback.evidence" helperText={false} type="url" />
          </FormFrame>
        )}
      </FormDialogButton>
      <FormDialogButton label="feedback.counter" size="small" verdict={{ actions: counter, name: 'COUNTER_FEEDBACK' }}>
        {(close) => <CounterForm id={id} onClose={close} />}
      </FormDialogButton>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {say(change?.enabled ? 'feedback.mayChange' : 'feedback.mayCounter')}
      </Typography>
    </Box>
  )
}

/** A correction beside an entry: of a named one by its id, of an unnamed one by its receipt. */
function CounterForm({ id, onClose }: { id?: string; onClose: () => void }) {
  return (
    <FormFrame
      document={COUNTER_FEEDBACK}
      about={id ?? 'receipt'}
      variables={({ receipt, tone, text }) => ({ input: { ...(id ? { id } : { receipt }), tone, text } })}
      submit="feedback.send"
      done="feedback.countered"
      onDone={onClose}
      onCancel={onClose}
    >
      {!id && <TextInput source="receipt" label="feedback.receipt" helperText="feedback.receiptHelp" validate={required()} />}
      <CodeInput source="tone" group="feedbackTone" label="feedback.tone" validate={required()} />
      <TextInput source="text" label="feedback.correction" helperText={false} validate={required()} multiline minRows={3} />
    </FormFrame>
  )
}
