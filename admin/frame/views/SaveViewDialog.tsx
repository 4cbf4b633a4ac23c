import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  TextField,
} from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useNotify } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useWrite, write } from '../data/write.ts'
import { useSay } from '../language/use-say.ts'
import { faultText } from '../state/fault-text.ts'
import { UnsavedNotice } from '../state/UnsavedNotice.tsx'
import { SAVE_VIEW, SHARE_VIEW } from './data.ts'
import { useCurrentSetup } from './use-view-state.ts'

type Props = { resource: string; onClose: () => void }

/** Keeps the list as it is set up now under a name, for oneself or for everybody who may open it. */
export function SaveViewDialog({ resource, onClose }: Props) {
  const say = useSay()
  const notify = useNotify()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const titleId = useId()
  const setup = useCurrentSetup(resource)
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const save = useWrite(SAVE_VIEW)
  // The view is saved by then and the dialog closed: what was not shared is shared from the menu of the view.
  const share = (id: string) =>
    write(SHARE_VIEW, { input: { id, audience: 'SHARED', role: null } }).then(
      () => queries.invalidateQueries(),
      (error: unknown) => notify(faultText(error, say), { type: 'error' }),
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { input: { resource, name: name.trim(), ...setup } },
      {
        onSuccess: ({ saveView: { id } }) => {
          notify('views.saved', { type: 'success' })
          navigate({ search: `?${setup.search}&saved=${encodeURIComponent(id)}` }, { replace: true })
          onClose()
          if (isShared) void share(id)
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{say('views.save')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{say('views.saveHelp')}</DialogContentText>
          <TextField
            label={say('views.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 60 } }}
            required
            autoFocus
            fullWidth
          />
          <FormControlLabel
            control={<Checkbox checked={isShared} onChange={(event) => setShared(event.target.checked)} />}
            label={say('views.shareNow')}
          />
          {save.error && <UnsavedNotice error={save.error} isSubmit />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{say('command.cancel')}</Button>
          <Button type="submit" variant="contained" loading={save.isPending}>
            {say('views.keep')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
