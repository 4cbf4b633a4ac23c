import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, MenuItem, TextField } from '@mui/material'
import { type FormEvent, useId, useState } from 'react'
import { useNotify } from 'react-admin'
import type { Level } from '../appraisals/data.ts'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { useWrite } from '../frame/data/write.ts'
import { codesOf, useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { useIsPhone } from '../frame/use-is-phone.ts'
import { PROPOSE } from './commands.ts'
import type { BoardCard, Calibration } from './data.ts'

/** Other levels that somebody wants for a person. */
export type Wish = { card: BoardCard; result: Level; behaviour: Level }

/** Asks for the levels and the reason of a proposal; nothing changes before the session agrees and the penilai rates again. */
export function ProposeDialog({ session, wish, onClose }: { session: Calibration; wish: Wish; onClose: () => void }) {
  const say = useSay()
  const label = useCodeLabel()
  const notify = useNotify()
  const isPhone = useIsPhone()
  const titleId = useId()
  const { card } = wish
  const [result, setResult] = useState(wish.result)
  const [behaviour, setBehaviour] = useState(wish.behaviour)
  const [reason, setReason] = useState('')
  const command = useWrite(PROPOSE)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input = {
      sessionId: session.id,
      revision: session.revision,
      appraisalId: card.id,
      result,
      behaviour,
      reason: reason.trim(),
    }
    command.mutate(
      { input },
      {
        onSuccess: () => {
          notify('board.proposed', { type: 'success' })
          onClose()
        },
      },
    )
  }
  const told = (code: Level | null) => (code === null ? '–' : label('levelShort', code).toLowerCase())
  const axis = (name: 'appraisals.result' | 'appraisals.behaviour', value: Level, change: (level: Level) => void) => (
    <TextField
      select
      fullWidth
      margin="normal"
      label={say(name)}
      value={value}
      onChange={(event) => change(event.target.value as Level)}
    >
      {codesOf('level').map(({ id }) => (
        <MenuItem key={id} value={id}>
          {label('level', id)}
        </MenuItem>
      ))}
    </TextField>
  )
  return (
    <Dialog
      open
      onClose={command.isPending ? undefined : onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={isPhone}
      aria-labelledby={titleId}
    >
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{say('board.proposeFor', { name: card.employee.fullName })}</DialogTitle>
        <DialogContent>
          <DialogContentText>
            {say('board.now')}:{' '}
            {say('proposals.levels', { result: told(card.resultRating), behaviour: told(card.behaviourRating) })}
          </DialogContentText>
          {axis('appraisals.result', result, setResult)}
          {axis('appraisals.behaviour', behaviour, setBehaviour)}
          <TextField
            label={say('board.reason')}
            helperText={say('board.reasonHelp')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { minLength: 30, maxLength: 4_000 } }}
            required
            multiline
            minRows={3}
            fullWidth
            margin="normal"
            autoFocus
          />
          {command.error && (staleNotice(command.error, reason !== '') ?? <UnsavedNotice error={command.error} isSubmit />)}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={command.isPending}>
            {say('command.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={command.isPending}>
            {say('board.propose')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
