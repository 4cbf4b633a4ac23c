import AccountIcon from '@mui/icons-material/AccountCircle'
import PersonIcon from '@mui/icons-material/PersonOutlined'
import { Box, Button, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material'
import { useId, useState } from 'react'
import { Logout } from 'react-admin'
import { Link } from 'react-router-dom'
import { useSay } from '../language/use-say.ts'
import { useViewer } from '../viewer-context.ts'

/** Who is signed in, with the way to their account and out. */
export function AccountButton() {
  const say = useSay()
  const menuId = useId()
  const { displayName } = useViewer()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountIcon />}
        aria-label={say('app.accountOf', { name: displayName })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, '& .MuiButton-startIcon': { mr: { xs: 0, md: 1 } } }}
      >
        <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>
          {displayName}
        </Box>
      </Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem component={Link} to="/account" onClick={close}>
          <ListItemIcon>
            <PersonIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{say('account.title')}</ListItemText>
        </MenuItem>
        <Logout />
      </Menu>
    </>
  )
}
