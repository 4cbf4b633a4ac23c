import AuditIcon from '@mui/icons-material/HistoryOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { auditSpec } from './data.ts'

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
  ],
  pages: [],
}
