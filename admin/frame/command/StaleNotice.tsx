import { Alert, AlertTitle, Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { codeOf } from '../data/errors.ts'
import { useSay } from '../language/use-say.ts'

/** For `fault` of a command: somebody else changed the record meanwhile; null for every other refusal. */
export function staleNotice(error: unknown, hasText: boolean) {
  return codeOf(error) === 'STALE_VERSION' ? <StaleNotice hasText={hasText} /> : null
}

/** The way on from a record that somebody else changed. What was written stays where it is. */
function StaleNotice({ hasText }: { hasText: boolean }) {
  const say = useSay()
  const queries = useQueryClient()
  return (
    <Alert
      severity="warning"
      sx={{ my: 1.5 }}
      action={
        <Button color="inherit" size="small" onClick={() => void queries.invalidateQueries()} sx={{ whiteSpace: 'nowrap' }}>
          {say('conflict.goOn')}
        </Button>
      }
    >
      <AlertTitle>{say('conflict.title')}</AlertTitle>
      {hasText && say('conflict.kept')}
    </Alert>
  )
}
