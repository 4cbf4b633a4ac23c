import ApiIcon from '@mui/icons-material/ApiOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'

export const integratorArea: ConsoleArea = {
  label: 'api.group',
  resources: [],
  pages: [
    {
      path: '/integrators',
      label: 'api.title',
      icon: ApiIcon,
      permission: 'organization.read',
      page: lazy(() => import('./IntegratorsPage.tsx')),
    },
  ],
}
