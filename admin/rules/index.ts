import RulesIcon from '@mui/icons-material/MenuBookOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'

export const ruleArea: ConsoleArea = {
  label: 'rules.group',
  resources: [],
  pages: [
    {
      path: '/rules',
      label: 'rules.title',
      icon: RulesIcon,
      // Whoever is appraised may read by which rules.
      permission: null,
      page: lazy(() => import('./RulesPage.tsx')),
    },
  ],
}
