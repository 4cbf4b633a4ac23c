import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { AssignSuperiorButton } from './AssignSuperiorButton.tsx'
import { CorrectEmployeeButton } from './CorrectEmployeeButton.tsx'
import type { EmployeeDetail } from './data.ts'
import { EmployeeAppraisals } from './EmployeeAppraisals.tsx'
import { EmployeeIssues } from './EmployeeIssues.tsx'
import { EmployeeSummary } from './EmployeeSummary.tsx'
import { EmployeeSuperior } from './EmployeeSuperior.tsx'
import { EmployeeTimeline } from './EmployeeTimeline.tsx'

export default function EmployeeShow() {
  const label = useCodeLabel()
  return (
    <DetailFrame<EmployeeDetail>
      heading={(employee) => ({
        title: employee.fullName,
        subtitle: (
          <>
            {employee.positionTitle} · <Link to={`/units/${employee.unit.id}/show`}>{employee.unit.name}</Link>
            <Box>NIP {employee.nip}</Box>
          </>
        ),
        chips: (
          <>
            <ToneChip tone="quiet" label={label('employmentType', employee.employmentType)} />
            <ToneChip
              tone={employee.legalStanding === 'AKTIF' ? 'good' : 'warn'}
              label={label('legalStanding', employee.legalStanding)}
            />
          </>
        ),
        actions: (
          <>
            <AssignSuperiorButton employee={employee} />
            <CorrectEmployeeButton employee={employee} />
          </>
        ),
      })}
    >
      {(employee) => (
        <PageTabs
          label="employees.tabs"
          tabs={[
            { name: 'summary', label: 'employees.summary', content: () => <EmployeeSummary employee={employee} /> },
            { name: 'timeline', label: 'employees.timeline', content: () => <EmployeeTimeline id={employee.id} /> },
            { name: 'appraisals', label: 'employees.appraisals', content: () => <EmployeeAppraisals id={employee.id} /> },
            { name: 'superior', label: 'employees.superior', content: () => <EmployeeSuperior employee={employee} /> },
            { name: 'issues', label: 'employees.issues', content: () => <EmployeeIssues id={employee.id} /> },
          ]}
        />
      )}
    </DetailFrame>
  )
}
