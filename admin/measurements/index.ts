import MeasurementIcon from '@mui/icons-material/SpeedOutlined'
import { lazy } from 'react'
import type { ConsoleResource } from '../frame/area.ts'
import { measurementSpec } from './data.ts'

/** Stands in the menu beside the indicators that it measures. */
export const measurementResource: ConsoleResource = {
  spec: measurementSpec,
  label: 'measurements.title',
  icon: MeasurementIcon,
  permission: null,
  list: lazy(() => import('./MeasurementList.tsx')),
  show: lazy(() => import('./MeasurementShow.tsx')),
  create: lazy(() => import('./MeasurementCreate.tsx')),
}
