import { Alert, Button } from '@mui/material'
import { useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { AUDIT_VERIFICATION } from './data.ts'

/** Whether the chain of the audit trail is unbroken. It reads every event, so it runs when somebody asks. */
export function ChainState() {
  const say = useSay()
  const format = useFormat()
  const [isAsked, setAsked] = useState(false)
  const { data, error, isFetching, refetch } = useRead(AUDIT_VERIFICATION, {}, { enabled: isAsked })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  const check = () => (isAsked ? void refetch() : setAsked(true))
  const button = (
    <Button color="inherit" size="small" onClick={check} loading={isFetching}>
      {say(data ? 'audit.checkAgain' : 'audit.check')}
    </Button>
  )
  if (!data) {
    return (
      <Alert severity="info" action={button} sx={{ mt: 2 }}>
        {say('audit.chain')}
      </Alert>
    )
  }
  const { isIntact, events, firstBrokenSequence, headHash } = data.auditVerification
  return (
    <Alert severity={isIntact ? 'success' : 'error'} action={button} sx={{ mt: 2, overflowWrap: 'anywhere' }}>
      {isIntact
        ? say('audit.intact', { events: format.number(events), hash: headHash.slice(0, 16) })
        : say('audit.broken', { sequence: format.number(firstBrokenSequence) })}
    </Alert>
  )
}
