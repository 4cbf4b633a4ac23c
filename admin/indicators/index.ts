import WeightIcon from '@mui/icons-material/BalanceOutlined'
import IndicatorIcon from '@mui/icons-material/StraightenOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { measurementResource } from '../measurements/index.ts'
import { indicatorSpec } from './data.ts'

export const indicatorArea: ConsoleArea = {
  label: 'indicators.group',
  resources: [
    {
      spec: indicatorSpec,
      label: 'indicators.title',
      icon: IndicatorIcon,
      permission: null,
      list: lazy(() => import('./IndicatorList.tsx')),
      show: lazy(() => import('./IndicatorShow.tsx')),
      edit: lazy(() => import('./IndicatorEdit.tsx')),
      createPermission: 'indicators.edit',
      create: lazy(() => import('./IndicatorCreate.tsx')),
      recordRepresentation: 'code',
    },
    measurementResource,
  ],
  pages: [
    {
      path: '/weights',
      label: 'weights.menu',
      icon: WeightIcon,
      permission: null,
      page: lazy(() => import('./WeightsPage.tsx')),
    },
  ],
}
