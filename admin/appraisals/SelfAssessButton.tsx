import EditIcon from '@mui/icons-material/EditNoteOutlined'
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material'
import { type FormEvent, useId, useState } from 'react'
import { useNotify } from 'react-admin'
import { ActionButton } from '../frame/command/ActionButton.tsx'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { DraftOffer } from '../frame/draft/DraftOffer.tsx'
import { useDraft } from '../frame/draft/use-draft.ts'
import { useSay } from '../frame/language/use-say.ts'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { useIsPhone } from '../frame/use-is-phone.ts'
import { ConflictNotice, isConflict } from './ConflictNotice.tsx'
import { SELF_ASSESS } from './commands.ts'
import { type AppraisalDetail, OWN_PLAN } from './data.ts'

/** Opens the self-assessment; drawn where the server names the step. */
export function SelfAssessButton({ appraisal }: { appraisal: AppraisalDetail }) {
  const [isOpen, setOpen] = useState(false)
  const action = appraisal.actions.find(({ name }) => name === 'SELF_ASSESS')
  if (!action) return null
  const label = appraisal.selfAssessment === null ? 'selfAssess.write' : 'selfAssess.change'
  return (
    <>
      <ActionButton action={action} label={label} icon={<EditIcon />} variant="contained" onClick={() => setOpen(true)} />
      {isOpen && <SelfAssessDialog appraisal={appraisal} onClose={() => setOpen(false)} />}
    </>
  )
}

type Text = { whole: string; results: Record<number, string> }

function SelfAssessDialog({ appraisal, onClose }: { appraisal: AppraisalDetail; onClose: () => void }) {
  const { id, revision } = appraisal
  const say = useSay()
  const notify = useNotify()
  const isPhone = useIsPhone()
  const titleId = useId()
  const [text, setText] = useState<Text>({
    whole: appraisal.selfAssessment ?? '',
    results: Object.fromEntries(appraisal.selfAssessedResults.map((result) => [result.number, result.text])),
  })
  const draft = useDraft<Text>(`self-assess ${id}`)
  const command = useWrite(SELF_ASSESS)
  const { data } = useRead(OWN_PLAN, { id })
  const planned = data?.appraisal.skp?.rhk.nodes ?? []
  const change = (next: Text) => {
    setText(next)
    draft.keep(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const results = planned.flatMap(({ number }) => {
      const words = text.results[number]?.trim() ?? ''
      return words === '' ? [] : [{ number, text: words }]
    })
    command.mutate(
      { input: { id, revision, text: text.whole.trim(), results } },
      {
        onSuccess: () => {
          draft.drop()
          notify('selfAssess.done', { type: 'success' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={command.isPending ? undefined : onClose} fullWidth fullScreen={isPhone} aria-labelledby={titleId}>
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{say('selfAssess.title', { period: appraisal.period.key })}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{say('selfAssess.help')}</DialogContentText>
          {draft.found && (
            <DraftOffer
              at={draft.found.at}
              onTake={() => {
                setText(draft.found?.value ?? text)
                draft.take()
              }}
              onDrop={draft.drop}
            />
          )}
          <TextField
            label={say('selfAssess.whole')}
            value={text.whole}
            onChange={(event) => change({ ...text, whole: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 4_000 } }}
            required
            multiline
            minRows={3}
            fullWidth
            autoFocus
            margin="normal"
          />
          {planned.map(({ number, title }) => (
            <TextField
              key={number}
              label={say('selfAssess.ofResult', { number, title })}
              value={text.results[number] ?? ''}
              onChange={(event) => change({ ...text, results: { ...text.results, [number]: event.target.value } })}
              slotProps={{ htmlInput: { maxLength: 4_000 } }}
              multiline
              fullWidth
              margin="normal"
            />
          ))}
          {command.error &&
            (isConflict(command.error) ? <ConflictNotice id={id} hasText /> : <UnsavedNotice error={command.error} isSubmit />)}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={command.isPending}>
            {say('command.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={command.isPending}>
            {say('selfAssess.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
