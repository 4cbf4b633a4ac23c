import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, MenuItem, TextField } from '@mui/material'
import { type FormEvent, useId, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { useWrite } from '../data/write.ts'
import { codesOf, useSay } from '../language/use-say.ts'
import { UnsavedNotice } from '../state/UnsavedNotice.tsx'
import { type SavedView, SHARE_VIEW } from './data.ts'

/** Makes a view what the holders of a role see first on this list. */
export function RoleDefaultDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const say = useSay()
  const translate = useTranslate()
  const notify = useNotify()
  const titleId = useId()
  const [role, setRole] = useState(view.role ?? '')
  const share = useWrite(SHARE_VIEW)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    share.mutate(
      { input: { id: view.id, audience: 'ROLE_DEFAULT', role } },
      {
        onSuccess: () => {
          notify('views.defaultSet', { type: 'success' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{say('views.setDefault')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{say('views.defaultHelp', { name: view.name })}</DialogContentText>
          <TextField
            select
            required
            fullWidth
            label={say('views.role')}
            value={role}
            onChange={(event) => setRole(event.target.value)}
          >
            {codesOf('role').map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {translate(name)}
              </MenuItem>
            ))}
          </TextField>
          {share.error && <UnsavedNotice error={share.error} isSubmit />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{say('command.cancel')}</Button>
          <Button type="submit" variant="contained" loading={share.isPending}>
            {say('views.setDefault')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
