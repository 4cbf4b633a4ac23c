import PersonIcon from '@mui/icons-material/PersonOutlined'
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material'
import { Logout, useUserMenu } from 'react-admin'
import { Link } from 'react-router-dom'
import { useSay } from '../language/use-say.ts'

export function AccountMenu() {
  const say = useSay()
  const menu = useUserMenu()
  return (
    <>
      <MenuItem component={Link} to="/account" onClick={() => menu?.onClose()}>
        <ListItemIcon>
          <PersonIcon fontSize="small" />
        </ListItemIcon>
        <ListItemText>{say('account.title')}</ListItemText>
      </MenuItem>
      <Logout />
    </>
  )
}
