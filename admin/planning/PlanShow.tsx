import { Link } from 'react-router-dom'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import type { Plan } from './data.ts'
import { PlanBody } from './PlanBody.tsx'
import { PlanChips } from './PlanChips.tsx'

/** One plan: what is written in it, what it serves, what changed since last year, and the dialogues about it. */
export default function PlanShow() {
  const say = useSay()
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<Plan>
      heading={(plan) => ({
        title: say('skps.of', { name: plan.employee.fullName, period: plan.period.key }),
        subtitle: (
          <>
            {plan.positionTitle} · {plan.unitPath} ·{' '}
            <Link to={`/employees/${plan.employee.id}/show`}>{say('appraisals.openProfile')}</Link>
          </>
        ),
        chips: <PlanChips plan={plan} />,
      })}
    >
      {(plan) => (
        <>
          <PlanBody plan={plan} />
          {mayReadTrail && <RecordHistory ids={[plan.id]} />}
        </>
      )}
    </DetailFrame>
  )
}
