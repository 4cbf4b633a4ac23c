import { Box, Button, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useNotify } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { ADD_NOTE, CHANGE_NOTE, type Note, RECORD_NOTES } from './history.ts'

/** Notes of colleagues on a record, newest first, and a place to write one. Draws nothing for those who may not see them. */
export function NotesSection({ id, help }: { id: string; help: MessageKey }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(RECORD_NOTES, { id, first: 50 })
  if (error) return error.status === 403 ? null : <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={2} />
  const notes = data.nodes[0]?.notes
  if (!notes) return null
  return (
    <Section title="notes.title" help={help}>
      <NewNote recordId={id} />
      {notes.nodes.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('notes.none')}</Typography>}
      <Box component="ol" aria-label={say('notes.title')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {notes.nodes.map((note) => (
          <NoteItem key={note.id} note={note} />
        ))}
      </Box>
    </Section>
  )
}

function NewNote({ recordId }: { recordId: string }) {
  const notify = useNotify()
  const command = useWrite(ADD_NOTE)
  return (
    <NoteForm
      label="notes.new"
      submit="notes.add"
      before=""
      isBusy={command.isPending}
      fault={command.error}
      onSubmit={(text, clear) =>
        command.mutate(
          { input: { recordId, text } },
          {
            onSuccess: () => {
              notify('notes.added', { type: 'success' })
              clear()
            },
          },
        )
      }
    />
  )
}

function NoteItem({ note }: { note: Note }) {
  const say = useSay()
  const format = useFormat()
  const notify = useNotify()
  const command = useWrite(CHANGE_NOTE)
  const [isEditing, setEditing] = useState(false)
  const mayChange = note.actions.some(({ name, enabled }) => name === 'CHANGE_NOTE' && enabled)
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {note.authorLabel} · {format.instant(note.createdAt)}
        {note.changedAt && ` · ${say('notes.changedAt', { at: format.instant(note.changedAt) })}`}
      </Typography>
      {isEditing ? (
        <NoteForm
          label="notes.text"
          submit="notes.save"
          before={note.text}
          isBusy={command.isPending}
          fault={command.error}
          onCancel={() => setEditing(false)}
          onSubmit={(text) =>
            command.mutate(
              { input: { id: note.id, textBefore: note.text, text } },
              {
                onSuccess: () => {
                  notify('notes.changed', { type: 'success' })
                  setEditing(false)
                },
              },
            )
          }
        />
      ) : (
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text}</Typography>
      )}
      {mayChange && !isEditing && (
        <Button size="small" onClick={() => setEditing(true)}>
          {say('notes.change', { until: format.instant(note.changeableUntil) })}
        </Button>
      )}
    </Box>
  )
}

type FormProps = {
  label: MessageKey
  submit: MessageKey
  before: string
  isBusy: boolean
  fault: unknown
  onSubmit: (text: string, clear: () => void) => void
  onCancel?: () => void
}

/** What was typed stays until the server has taken it. */
function NoteForm({ label, submit, before, isBusy, fault, onSubmit, onCancel }: FormProps) {
  const say = useSay()
  const [text, setText] = useState(before)
  const isReady = text.trim() !== '' && text.trim() !== before
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onSubmit(text.trim(), () => setText(''))
  }
  return (
    <Box component="form" onSubmit={send} sx={{ mb: 1 }}>
      <TextField
        label={say(label)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        multiline
        minRows={2}
        fullWidth
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {fault ? <UnsavedNotice error={fault} isSubmit /> : null}
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button type="submit" variant="outlined" loading={isBusy} disabled={!isReady}>
          {say(submit)}
        </Button>
        {onCancel && <Button onClick={onCancel}>{say('command.cancel')}</Button>}
      </Box>
    </Box>
  )
}
