import MoreIcon from '@mui/icons-material/MoreVert'
import { IconButton, Menu, MenuItem, Tooltip } from '@mui/material'
import { useId, useState } from 'react'
import { useNotify } from 'react-admin'
import { copyText } from '../copy-text.ts'
import { useWrite } from '../data/write.ts'
import { useSay } from '../language/use-say.ts'
import { faultText } from '../state/fault-text.ts'
import { DELETE_VIEW, type SavedView, SHARE_VIEW, UPDATE_VIEW, type ViewAudience } from './data.ts'
import { RoleDefaultDialog } from './RoleDefaultDialog.tsx'
import { useCurrentSetup } from './use-view-state.ts'

type Props = { view: SavedView; resource: string; onGone: () => void }

/** What can be done with the view that is shown: the server's verdicts decide which entries there are. */
export function ViewMenu({ view, resource, onGone }: Props) {
  const say = useSay()
  const notify = useNotify()
  const menuId = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isChoosingRole, setChoosingRole] = useState(false)
  const setup = useCurrentSetup(resource)
  const update = useWrite(UPDATE_VIEW)
  const share = useWrite(SHARE_VIEW)
  const remove = useWrite(DELETE_VIEW)
  const may = (name: string) => view.actions.some((action) => action.name === name && action.enabled)
  const close = () => setAnchor(null)
  const told = (message: string, after?: () => void) => ({
    onSuccess: () => {
      notify(message, { type: 'success' })
      after?.()
    },
    onError: (error: unknown) => notify(faultText(error, say), { type: 'error' }),
  })
  const shareAs = (audience: ViewAudience) => {
    close()
    share.mutate(
      { input: { id: view.id, audience, role: null } },
      told(audience === 'SHARED' ? 'views.shared' : 'views.unshared'),
    )
  }
  const copyLink = () => {
    close()
    const link = `${window.location.origin}/${resource}?${view.search}&saved=${encodeURIComponent(view.id)}`
    void copyText(link).then((isCopied) =>
      isCopied
        ? notify('views.linkCopied', { type: 'success' })
        : // To be copied by hand.
          notify(link, { type: 'info', autoHideDuration: null }),
    )
  }
  return (
    <>
      <Tooltip title={say('views.more')} describeChild={false}>
        <IconButton
          size="small"
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor ? menuId : undefined}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <MoreIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={close}>
        {may('UPDATE_VIEW') && (
          <MenuItem
            onClick={() => {
              close()
              update.mutate({ input: { id: view.id, ...setup } }, told('views.updated'))
            }}
          >
            {say('views.update')}
          </MenuItem>
        )}
        {view.audience !== 'PRIVATE' && <MenuItem onClick={copyLink}>{say('views.copyLink')}</MenuItem>}
        {view.audience !== 'SHARED' && may('SHARE_VIEW') && (
          <MenuItem onClick={() => shareAs('SHARED')}>{say('views.share')}</MenuItem>
        )}
        {view.audience !== 'PRIVATE' && may('SHARE_VIEW') && (
          <MenuItem onClick={() => shareAs('PRIVATE')}>{say('views.unshare')}</MenuItem>
        )}
        {may('SET_ROLE_DEFAULT') && (
          <MenuItem
            onClick={() => {
              close()
              setChoosingRole(true)
            }}
          >
            {say('views.setDefault')}
          </MenuItem>
        )}
        {may('DELETE_VIEW') && (
          <MenuItem
            onClick={() => {
              close()
              remove.mutate({ input: { id: view.id } }, told('views.deleted', onGone))
            }}
          >
            {say('views.delete')}
          </MenuItem>
        )}
      </Menu>
      {isChoosingRole && <RoleDefaultDialog view={view} onClose={() => setChoosingRole(false)} />}
    </>
  )
}
