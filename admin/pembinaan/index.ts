import PlanIcon from '@mui/icons-material/EventNoteOutlined'
import NeedIcon from '@mui/icons-material/PsychologyOutlined'
import SheetIcon from '@mui/icons-material/QrCode2Outlined'
import HoursIcon from '@mui/icons-material/ScheduleOutlined'
import ProgrammeIcon from '@mui/icons-material/SchoolOutlined'
import ImprovementIcon from '@mui/icons-material/TrendingUpOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { improvementSpec, needSpec, planSpec, programmeSpec } from './data.ts'

export const pembinaanArea: ConsoleArea = {
  label: 'pembinaan.group',
  resources: [
    {
      spec: needSpec,
      label: 'needs.title',
      icon: NeedIcon,
      permission: null,
      list: lazy(() => import('./NeedList.tsx')),
      show: lazy(() => import('./NeedShow.tsx')),
    },
    {
      spec: planSpec,
      label: 'plans.title',
      icon: PlanIcon,
      // Owners and approvers need no role; the server decides which plans exist.
      permission: null,
      list: lazy(() => import('./PlanList.tsx')),
      show: lazy(() => import('./PlanShow.tsx')),
      edit: lazy(() => import('./PlanEdit.tsx')),
      createPermission: 'pembinaan.manage',
      create: lazy(() => import('./PlanCreate.tsx')),
      recordRepresentation: 'title',
    },
    {
      spec: programmeSpec,
      label: 'programmes.title',
      icon: ProgrammeIcon,
      permission: null,
      list: lazy(() => import('./ProgrammeList.tsx')),
      show: lazy(() => import('./ProgrammeShow.tsx')),
      recordRepresentation: 'name',
    },
    {
      spec: improvementSpec,
      label: 'improvement.title',
      icon: ImprovementIcon,
      permission: null,
      list: lazy(() => import('./ImprovementList.tsx')),
      show: lazy(() => import('./ImprovementShow.tsx')),
    },
  ],
  pages: [
    { path: '/jp', label: 'jp.title', icon: HoursIcon, permission: 'aggregates.read', page: lazy(() => import('./JpPage.tsx')) },
    {
      path: '/sign-in-sheet',
      label: 'sheet.title',
      icon: SheetIcon,
      permission: null,
      page: lazy(() => import('./SignInSheetPage.tsx')),
    },
  ],
}
