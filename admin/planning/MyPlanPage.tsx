import { Box } from '@mui/material'
import { ResourceContextProvider, Title, useGetOne } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { PeriodChoice } from '../appraisals/PeriodChoice.tsx'
import { usePeriods } from '../appraisals/use-periods.ts'
import { useRead } from '../frame/data/read.ts'
import { wholeRecord } from '../frame/detail/whole-record.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { OWN_PLANS, type OwnPlan, type Plan } from './data.ts'
import { PlanBody } from './PlanBody.tsx'
import { PlanChips } from './PlanChips.tsx'
import { StartPlan } from './StartPlan.tsx'

/** The own plan of a year: what is written in it, what may be done now, and where there is none, the two ways to begin. */
export default function MyPlanPage() {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(OWN_PLANS, {})
  const employee = data?.viewer?.employee
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={say('myPlan.title')} preferenceKey={false} />
      <ListHelp text="myPlan.help" />
      {error ? (
        <FaultNotice error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <PageSkeleton />
      ) : employee ? (
        <Plans employeeId={employee.id} plans={employee.skps?.nodes ?? []} />
      ) : (
        <EmptyState title="myPlan.nobodyTitle" help="myPlan.nobodyHelp" />
      )}
    </Box>
  )
}

/** Name of a plan among several of one person: its year, and its place in a divided one. */
function keyOf({ period, sequence }: OwnPlan): string {
  return sequence === 1 ? period.key : `${period.key} (${sequence})`
}

function Plans({ employeeId, plans }: { employeeId: string; plans: readonly OwnPlan[] }) {
  const [search, setSearch] = useSearchParams()
  const { years } = usePeriods()
  const open = years.filter(({ state }) => state !== 'CLOSED')
  const unplanned = open.filter(({ key }) => !plans.some(({ period }) => period.key === key))
  const asked = search.get('plan')
  const chosen = plans.find((plan) => keyOf(plan) === asked) ?? plans[0]
  return (
    <>
      {unplanned.map(({ key }) => (
        <StartPlan
          key={key}
          employeeId={employeeId}
          year={Number(key)}
          hasEarlier={plans.some(({ period }) => period.year === Number(key) - 1)}
          onStarted={() => setSearch({ plan: key }, { replace: true })}
        />
      ))}
      {chosen && (
        <>
          <Box sx={{ mb: 2 }}>
            <PeriodChoice
              periods={plans.map((plan) => ({ id: plan.id, key: keyOf(plan) }))}
              value={keyOf(chosen)}
              onChange={(plan) => setSearch({ plan }, { replace: true })}
            />
          </Box>
          <Own key={chosen.id} id={chosen.id} />
        </>
      )}
      {!chosen && unplanned.length === 0 && <EmptyState title="myPlan.emptyTitle" help="myPlan.emptyHelp" />}
    </>
  )
}

function Own({ id }: { id: string }) {
  const { data, error, isPending } = useGetOne<Plan>('skps', { id, meta: wholeRecord })
  if (error) return <FaultNotice error={error} />
  if (isPending || !data) return <PageSkeleton />
  return (
    <>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mb: 1 }}>
        <PlanChips plan={data} />
      </Box>
      {/* The lists of the editor ask on whose behalf they are drawn. */}
      <ResourceContextProvider value="skps">
        <PlanBody plan={data} />
      </ResourceContextProvider>
    </>
  )
}
