import { Alert } from '@mui/material'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { Plan } from './data.ts'

/** Why a plan stands where it does: the reason of a return or a revision, why it was closed, and whom nobody had reached in time. */
export function PlanStanding({ plan }: { plan: Plan }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { state, standingReason, isRevisionAsked, isTimSet, closeReason, closedAt } = plan
  const isReturned = state === 'DIKEMBALIKAN'
  return (
    <>
      {standingReason && (isReturned || isRevisionAsked || state === 'REVISI') && (
        <Alert severity="warning" sx={{ my: 1.5 }}>
          {say(isReturned ? 'skps.returnedBecause' : 'skps.revisionBecause', { reason: standingReason })}
        </Alert>
      )}
      {isTimSet && (
        <Alert severity="info" sx={{ my: 1.5 }}>
          {say('skps.timSetHelp')}
        </Alert>
      )}
      {closeReason && (
        <Alert severity="info" sx={{ my: 1.5 }}>
          {say('skps.closedBecause', { reason: label('skpCloseReason', closeReason), at: format.instant(closedAt) })}
        </Alert>
      )}
      {plan.system === 'RUANG_GTK' && (
        <Alert severity="info" sx={{ my: 1.5 }}>
          {say('skps.importOnly')}
        </Alert>
      )}
    </>
  )
}
