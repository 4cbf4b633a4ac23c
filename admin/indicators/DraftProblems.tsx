import { Alert, Box } from '@mui/material'
import { useSay } from '../frame/language/use-say.ts'
import type { Version } from './data.ts'

/** What the server finds wrong or doubtful about a version in work. */
export function DraftProblems({ version }: { version: Version }) {
  const say = useSay()
  const problems = version.problems ?? []
  if (problems.length === 0 || !(version.state === 'DRAFT' || version.state === 'REVIU')) return null
  const blocking = problems.filter(({ isBlocking }) => isBlocking)
  const doubtful = problems.filter(({ isBlocking }) => !isBlocking)
  return (
    <Box aria-label={say('indicators.problems')} sx={{ mb: 2, display: 'grid', gap: 1 }}>
      {blocking.length > 0 && (
        <Alert severity="error">
          {say('indicators.blocking')}
          <Messages problems={blocking} />
        </Alert>
      )}
      {doubtful.length > 0 && (
        <Alert severity="warning">
          {say('indicators.doubtful')}
          <Messages problems={doubtful} />
        </Alert>
      )}
    </Box>
  )
}

function Messages({ problems }: { problems: NonNullable<Version['problems']> }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {problems.map(({ code, field, message }) => (
        <li key={`${code} ${field}`}>{message}</li>
      ))}
    </Box>
  )
}
