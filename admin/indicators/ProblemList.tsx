import { Alert, Box } from '@mui/material'
import { useSay } from '../frame/language/use-say.ts'
import type { Problem } from './live.ts'

/** What blocks a definition, and what is to be weighed, each in the server's words. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const say = useSay()
  const blocking = problems.filter(({ isBlocking }) => isBlocking)
  const doubtful = problems.filter(({ isBlocking }) => !isBlocking)
  return (
    <Box sx={{ mb: 2, display: 'grid', gap: 1 }}>
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

function Messages({ problems }: { problems: Problem[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {problems.map(({ code, field, message }) => (
        <li key={`${code} ${field}`}>{message}</li>
      ))}
    </Box>
  )
}
