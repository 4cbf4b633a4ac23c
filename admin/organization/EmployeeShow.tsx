import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { NotesSection } from '../audit/NotesSection.tsx'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { WhoSaw } from '../audit/WhoSaw.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import { EmployeeConsequences } from '../recognition/EmployeeConsequences.tsx'
import { AssignSuperiorButton } from './AssignSuperiorButton.tsx'
import { CorrectEmployeeButton } from './CorrectEmployeeButton.tsx'
import type { EmployeeDetail } from './data.ts'
import { EmployeeAppraisals } from './EmployeeAppraisals.tsx'
import { EmployeeIssues } from './EmployeeIssues.tsx'
import { EmployeeSummary } from './EmployeeSummary.tsx'
import { EmployeeSuperior } from './EmployeeSuperior.tsx'
import { EmployeeTimeline } from './EmployeeTimeline.tsx'
import { PlaceEmployeeButton } from './PlaceEmployeeButton.tsx'

export default function EmployeeShow() {
  const label = useCodeLabel()
  const mayMend = useMay('organization.write')
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
            <PlaceEmployeeButton employee={employee} />
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
            { name: 'consequences', label: 'employees.consequences', content: () => <EmployeeConsequences id={employee.id} /> },
            { name: 'superior', label: 'employees.superior', content: () => <EmployeeSuperior employee={employee} /> },
            ...(mayMend
              ? [{ name: 'issues', label: 'employees.issues' as const, content: () => <EmployeeIssues id={employee.id} /> }]
              : []),
            {
              name: 'trail',
              label: 'employees.trail',
              content: () => (
                <>
                  <NotesSection id={employee.id} help="notes.employeeHelp" />
                  <WhoSaw employeeId={employee.id} />
                  <RecordHistory ids={[employee.id]} />
                </>
              ),
            },
          ]}
        />
      )}
    </DetailFrame>
  )
}
