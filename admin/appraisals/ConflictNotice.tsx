import { Alert, AlertTitle, Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { codeOf } from '../frame/data/errors.ts'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { APPRAISAL_NOW } from './data.ts'

/** Was somebody else first? */
export function isConflict(error: unknown): boolean {
  return ['STALE_VERSION', 'WRONG_STATE', 'FINAL_IMMUTABLE'].includes(codeOf(error))
}

/** Somebody else decided meanwhile: how the appraisal stands now, and the way on from there. What was written stays where it is. */
export function ConflictNotice({ id, hasText }: { id: string; hasText: boolean }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const queries = useQueryClient()
  const { data } = useRead(APPRAISAL_NOW, { id })
  const now = data?.appraisal
  const last = now?.timeline.at(-1)
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
      {now &&
        say('conflict.now', {
          state: label('appraisalState', now.state),
          predikat: now.predikat ? label('predikat', now.predikat) : '–',
          at: format.instant(last?.at),
        })}{' '}
      {hasText && say('conflict.kept')}
    </Alert>
  )
}
