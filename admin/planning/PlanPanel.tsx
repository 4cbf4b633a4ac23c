import { Button, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { useSay } from '../frame/language/use-say.ts'
import type { Plan } from './data.ts'
import { FaultList } from './FaultList.tsx'
import { PlanChips } from './PlanChips.tsx'
import { PlanDecisions } from './PlanDecisions.tsx'
import { PlanStanding } from './PlanStanding.tsx'
import { ResultList } from './ResultList.tsx'

/** A plan beside the queue: how it stands, what is wrong with it, its results, and what may be decided. */
export default function PlanPanel({ plan }: { plan: Plan }) {
  const say = useSay()
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {plan.positionTitle} · {plan.unit.name} · {plan.period.key}
      </Typography>
      <PlanChips plan={plan} />
      <PlanDecisions plan={plan} />
      <PlanStanding plan={plan} />
      <FaultList plan={plan} />
      <ResultList results={plan.rhk.nodes} approach={plan.approach} />
      <Button component={Link} to={`/skps/${plan.id}/show`} sx={{ mt: 2 }}>
        {say('skps.whole')}
      </Button>
    </>
  )
}
