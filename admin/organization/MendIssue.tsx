import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import { Box, Button } from '@mui/material'
import { Link } from 'react-router-dom'
import { useSay } from '../frame/language/use-say.ts'
import { AssignSuperiorButton } from './AssignSuperiorButton.tsx'
import { CloseIssueButtons } from './CloseIssueButtons.tsx'
import { CloseUnitButton } from './CloseUnitButton.tsx'
import { CorrectEmployeeButton } from './CorrectEmployeeButton.tsx'
import type { DataIssueRow } from './data.ts'
import { PlaceEmployeeButton } from './PlaceEmployeeButton.tsx'

/** The one step that mends this kind of issue, in place, and the ways to close it. */
export function MendIssue({ issue }: { issue: DataIssueRow }) {
  if (issue.state !== 'OPEN') return issue.closedReason
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      <Remedy issue={issue} />
      <CloseIssueButtons issue={issue} />
    </Box>
  )
}

function Remedy({ issue: { id, remedy, employee, unit } }: { issue: DataIssueRow }) {
  const say = useSay()
  if (employee && remedy === 'ASSIGN_SUPERIOR') return <AssignSuperiorButton employee={employee} size="small" />
  if (employee && remedy === 'CORRECT_EMPLOYEE') return <CorrectEmployeeButton employee={employee} size="small" issueId={id} />
  if (employee && remedy === 'PLACE_EMPLOYEE') return <PlaceEmployeeButton employee={employee} size="small" />
  if (unit && remedy === 'CHANGE_UNIT') return <CloseUnitButton unit={unit} />
  return (
    <Button component={Link} to="/imports/create" size="small" variant="outlined" startIcon={<ImportIcon />}>
      {say('issues.import')}
    </Button>
  )
}
