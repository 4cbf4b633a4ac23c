import AuditIcon from '@mui/icons-material/HistoryOutlined'
import ViewIcon from '@mui/icons-material/VisibilityOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { auditSpec, viewSpec } from './data.ts'

export const auditArea: ConsoleArea = {
  label: 'audit.group',
  resources: [
    {
      spec: auditSpec,
      label: 'audit.title',
      icon: AuditIcon,
      permission: 'audit.read',
      list: lazy(() => import('./AuditList.tsx')),
    },
    {
      spec: viewSpec,
      label: 'seen.title',
      icon: ViewIcon,
      permission: null,
      list: lazy(() => import('./ViewList.tsx')),
    },
  ],
  pages: [],
}
