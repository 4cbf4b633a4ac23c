import CockpitIcon from '@mui/icons-material/FlightTakeoffOutlined'
import SessionIcon from '@mui/icons-material/Groups3Outlined'
import SpreadIcon from '@mui/icons-material/StackedBarChartOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { calibrationSpec } from './data.ts'

export const moderationArea: ConsoleArea = {
  label: 'moderation.group',
  resources: [
    {
      spec: calibrationSpec,
      label: 'calibrations.title',
      icon: SessionIcon,
      // Members see the sessions that they are asked to, without a role; the server decides which.
      permission: null,
      list: lazy(() => import('./CalibrationList.tsx')),
      show: lazy(() => import('./CalibrationShow.tsx')),
      create: lazy(() => import('./CalibrationCreate.tsx')),
      createPermission: 'appraisals.moderate',
    },
  ],
  pages: [
    {
      path: '/period-cockpit',
      label: 'cockpitPage.cockpit',
      icon: CockpitIcon,
      permission: 'appraisals.read',
      page: lazy(() => import('./CockpitPage.tsx')),
    },
    {
      path: '/moderation',
      label: 'moderation.title',
      icon: SpreadIcon,
      // Superiors read how they themselves judge, and leaders the questions about their units.
      permission: 'aggregates.read',
      page: lazy(() => import('./ModerationPage.tsx')),
    },
  ],
}
