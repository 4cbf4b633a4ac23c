import UserIcon from '@mui/icons-material/ManageAccountsOutlined'
import AccountIcon from '@mui/icons-material/PersonOutlined'
import SettingIcon from '@mui/icons-material/TuneOutlined'
import TokenIcon from '@mui/icons-material/VpnKeyOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { tokenSpec, userSpec } from './data.ts'

export const identityArea: ConsoleArea = {
  label: 'identity.group',
  resources: [
    {
      spec: userSpec,
      label: 'users.title',
      icon: UserIcon,
      permission: 'users.manage',
      list: lazy(() => import('./UserList.tsx')),
      show: lazy(() => import('./UserShow.tsx')),
      recordRepresentation: 'displayName',
    },
    {
      spec: tokenSpec,
      label: 'tokens.title',
      icon: TokenIcon,
      permission: 'users.manage',
      list: lazy(() => import('./TokenList.tsx')),
    },
  ],
  pages: [
    {
      path: '/settings',
      label: 'settings.title',
      icon: SettingIcon,
      permission: 'settings.manage',
      page: lazy(() => import('./SettingsPage.tsx')),
    },
    {
      path: '/account',
      label: 'account.title',
      icon: AccountIcon,
      permission: null,
      page: lazy(() => import('./AccountPage.tsx')),
      isInMenu: false,
    },
  ],
}
