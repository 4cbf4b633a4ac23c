import ObjectionIcon from '@mui/icons-material/BalanceOutlined'
import { lazy } from 'react'
import type { ConsoleResource } from '../frame/area.ts'
import { objectionSpec } from './data.ts'

/** The desk of objections; stands in the menu with the appraisals. */
export const objectionResource: ConsoleResource = {
  spec: objectionSpec,
  label: 'objections.title',
  icon: ObjectionIcon,
  // Both sides and whoever decides see theirs without a role; the server decides which.
  permission: null,
  list: lazy(() => import('./ObjectionList.tsx')),
  show: lazy(() => import('./ObjectionShow.tsx')),
}
