import UnitIcon from '@mui/icons-material/AccountTreeOutlined'
import PersonIcon from '@mui/icons-material/BadgeOutlined'
import IssueIcon from '@mui/icons-material/RuleOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { dataIssueSpec, employeeSpec, unitSpec } from './data.ts'

export const organizationArea: ConsoleArea = {
  label: 'organization.title',
  resources: [
    {
      spec: employeeSpec,
      label: 'employees.title',
      icon: PersonIcon,
      permission: null,
      list: lazy(() => import('./EmployeeList.tsx')),
      show: lazy(() => import('./EmployeeShow.tsx')),
      recordRepresentation: 'fullName',
    },
    {
      spec: unitSpec,
      label: 'units.title',
      icon: UnitIcon,
      permission: null,
      list: lazy(() => import('./UnitList.tsx')),
      show: lazy(() => import('./UnitShow.tsx')),
      recordRepresentation: 'name',
    },
    {
      spec: dataIssueSpec,
      label: 'issues.title',
      icon: IssueIcon,
      permission: 'organization.write',
      list: lazy(() => import('./DataIssueList.tsx')),
    },
  ],
  pages: [],
}
