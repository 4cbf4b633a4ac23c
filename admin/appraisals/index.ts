import PeriodIcon from '@mui/icons-material/EventOutlined'
import AppraisalIcon from '@mui/icons-material/FactCheckOutlined'
import TeamIcon from '@mui/icons-material/Groups2Outlined'
import MineIcon from '@mui/icons-material/PersonOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { objectionResource } from '../objections/index.ts'
import { appraisalSpec, periodSpec } from './data.ts'

export const appraisalArea: ConsoleArea = {
  label: 'appraisals.group',
  resources: [
    {
      spec: appraisalSpec,
      label: 'appraisals.title',
      icon: AppraisalIcon,
      // Who appraises and who is appraised see theirs without a role; the server decides which.
      permission: null,
      list: lazy(() => import('./AppraisalList.tsx')),
      show: lazy(() => import('./AppraisalShow.tsx')),
    },
    objectionResource,
    {
      spec: periodSpec,
      label: 'periods.title',
      icon: PeriodIcon,
      permission: null,
      list: lazy(() => import('./PeriodList.tsx')),
    },
  ],
  pages: [
    {
      path: '/my-appraisal',
      label: 'mine.title',
      icon: MineIcon,
      permission: null,
      page: lazy(() => import('./MyAppraisalPage.tsx')),
    },
    { path: '/my-team', label: 'team.title', icon: TeamIcon, permission: null, page: lazy(() => import('./MyTeamPage.tsx')) },
  ],
}
