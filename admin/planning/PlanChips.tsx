import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useSay } from '../frame/language/use-say.ts'
import type { PlanRow } from './data.ts'

/** Where a plan stands, in words. */
export function PlanChips({ plan }: { plan: PlanRow }) {
  const say = useSay()
  return (
    <>
      <StateChip group="skpState" code={plan.state} />
      {plan.isRevisionAsked && <ToneChip tone="warn" label={say('skps.revisionAsked')} />}
      {plan.isTimSet && <ToneChip tone="warn" label={say('skps.timSet')} />}
    </>
  )
}
