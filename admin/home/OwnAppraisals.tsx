import { Button, Card, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { useSay } from '../frame/language/use-say.ts'
import { useViewer } from '../frame/viewer-context.ts'

/** The way to one's own profile, for whoever is an employee. */
export function OwnAppraisals() {
  const say = useSay()
  const { employee, displayName } = useViewer()
  if (!employee) return null
  return (
    <Card sx={{ p: 2, mb: 1.5, display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
      <Typography sx={{ flex: 1 }}>{say('home.welcome', { name: displayName })}</Typography>
      <Button component={Link} to={`/employees/${employee.id}/show`} variant="outlined">
        {say('home.myProfile')}
      </Button>
      <Button component={Link} to={`/employees/${employee.id}/show?tab=appraisals`} variant="outlined">
        {say('home.myAppraisals')}
      </Button>
    </Card>
  )
}
