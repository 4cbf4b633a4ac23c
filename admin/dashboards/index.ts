import DashboardIcon from '@mui/icons-material/InsightsOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'

export const dashboardArea: ConsoleArea = {
  label: 'dashboards.group',
  resources: [],
  pages: [
    {
      path: '/dashboards',
      label: 'dashboards.title',
      icon: DashboardIcon,
      permission: 'aggregates.read',
      page: lazy(() => import('./DashboardPage.tsx')),
    },
  ],
}
