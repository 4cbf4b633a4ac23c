import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { importSpec } from './data.ts'

export const exchangeArea: ConsoleArea = {
  label: 'imports.group',
  resources: [
    {
      spec: importSpec,
      label: 'imports.title',
      icon: ImportIcon,
      permission: 'imports.run',
      list: lazy(() => import('./ImportList.tsx')),
      show: lazy(() => import('./ImportShow.tsx')),
      create: lazy(() => import('./ImportWizard.tsx')),
    },
  ],
  pages: [],
}
