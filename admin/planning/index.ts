import TemplateIcon from '@mui/icons-material/ContentCopyOutlined'
import PlanIcon from '@mui/icons-material/EditNoteOutlined'
import FeedbackIcon from '@mui/icons-material/ForumOutlined'
import MineIcon from '@mui/icons-material/TaskOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { skpSpec, templateSpec } from './data.ts'

export const planningArea: ConsoleArea = {
  label: 'skps.group',
  resources: [
    {
      spec: skpSpec,
      label: 'skps.title',
      icon: PlanIcon,
      // Employees see their own, penilai those of their people; the server decides which.
      permission: null,
      list: lazy(() => import('./PlanList.tsx')),
      show: lazy(() => import('./PlanShow.tsx')),
    },
    {
      spec: templateSpec,
      label: 'templates.title',
      icon: TemplateIcon,
      permission: null,
      list: lazy(() => import('./TemplateList.tsx')),
      show: lazy(() => import('./TemplateShow.tsx')),
      edit: lazy(() => import('./TemplateEdit.tsx')),
      createPermission: 'plans.manage',
      create: lazy(() => import('./TemplateCreate.tsx')),
      recordRepresentation: 'name',
    },
  ],
  pages: [
    { path: '/my-plan', label: 'myPlan.title', icon: MineIcon, permission: null, page: lazy(() => import('./MyPlanPage.tsx')) },
    {
      path: '/feedback',
      label: 'feedback.title',
      icon: FeedbackIcon,
      permission: null,
      page: lazy(() => import('./FeedbackPage.tsx')),
    },
  ],
}
