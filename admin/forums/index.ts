import ForumIcon from '@mui/icons-material/ForumOutlined'
import { lazy } from 'react'
import type { ConsoleResource } from '../frame/area.ts'
import { fkpSpec } from './data.ts'

/** Forums of public consultation; stand in the menu with the complaints. */
export const fkpResource: ConsoleResource = {
  spec: fkpSpec,
  label: 'fkps.title',
  icon: ForumIcon,
  permission: null,
  list: lazy(() => import('./FkpList.tsx')),
  show: lazy(() => import('./FkpShow.tsx')),
  create: lazy(() => import('./FkpCreate.tsx')),
  createPermission: 'forums.manage',
}
