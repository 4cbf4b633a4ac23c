import CheckpointIcon from '@mui/icons-material/FactCheckOutlined'
import TeamIcon from '@mui/icons-material/GroupsOutlined'
import CoverageIcon from '@mui/icons-material/MapOutlined'
import { lazy } from 'react'
import { evaluationResource } from '../evaluations/index.ts'
import type { ConsoleArea } from '../frame/area.ts'
import { checkpointSpec, teamSpec } from './data.ts'

export const monitoringArea: ConsoleArea = {
  label: 'monitoring.group',
  resources: [
    {
      spec: teamSpec,
      label: 'teams.title',
      icon: TeamIcon,
      permission: 'pembinaan.read',
      list: lazy(() => import('./TeamList.tsx')),
      show: lazy(() => import('./TeamShow.tsx')),
      edit: lazy(() => import('./TeamEdit.tsx')),
      createPermission: 'monitoring.manage',
      create: lazy(() => import('./TeamCreate.tsx')),
      recordRepresentation: 'name',
    },
    {
      spec: checkpointSpec,
      label: 'checkpoints.title',
      icon: CheckpointIcon,
      // Members need no role, and everybody sees what was seen of them; the server decides which.
      permission: null,
      list: lazy(() => import('./CheckpointList.tsx')),
    },
    evaluationResource,
  ],
  pages: [
    {
      path: '/monitoring-coverage',
      label: 'coverage.title',
      icon: CoverageIcon,
      permission: 'monitoring.read',
      page: lazy(() => import('./CoveragePage.tsx')),
    },
  ],
}
