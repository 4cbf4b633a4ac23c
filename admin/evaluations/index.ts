import EvaluationIcon from '@mui/icons-material/ScienceOutlined'
import { lazy } from 'react'
import type { ConsoleResource } from '../frame/area.ts'
import { evaluationSpec } from './data.ts'

/** What programmes changed; stands in the menu with monitoring. */
export const evaluationResource: ConsoleResource = {
  spec: evaluationSpec,
  label: 'impact.title',
  icon: EvaluationIcon,
  // What was published is for everybody who sees aggregates; the server decides.
  permission: 'aggregates.read',
  list: lazy(() => import('./EvaluationList.tsx')),
  show: lazy(() => import('./EvaluationShow.tsx')),
  recordRepresentation: 'programmeName',
}
