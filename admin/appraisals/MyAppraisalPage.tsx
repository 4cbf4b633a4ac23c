import { Box, Button, Typography } from '@mui/material'
import { Title, useGetOne } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { wholeRecord } from '../frame/detail/whole-record.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { listLink } from '../frame/list/list-link.ts'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ObjectSection } from '../objections/ObjectSection.tsx'
import { AppraisalDecisions } from './AppraisalDecisions.tsx'
import { AppraisalSummary } from './AppraisalSummary.tsx'
import { type AppraisalDetail, type AppraisalState, OWN_APPRAISALS, type OwnAppraisal } from './data.ts'
import { ExplanationSection } from './ExplanationSection.tsx'
import { LifeSection } from './LifeSection.tsx'
import { PartsSection } from './PartsSection.tsx'
import { PeriodChoice } from './PeriodChoice.tsx'
import { PlanSection } from './PlanSection.tsx'
import { VersionNotice } from './VersionNotice.tsx'

/** States from which on the rated person reads the result. */
const delivered: ReadonlySet<AppraisalState> = new Set(['DISAMPAIKAN', 'KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR'])

/** The own appraisal: what there is to do now, the plan, and after delivery the result with where it comes from. */
export default function MyAppraisalPage() {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(OWN_APPRAISALS, {})
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={say('mine.title')} preferenceKey={false} />
      <ListHelp text="mine.help" />
      {error ? (
        <FaultNotice error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <PageSkeleton />
      ) : (
        <Periods own={(data.viewer?.employee?.appraisals.nodes ?? []).filter(({ isCurrent }) => isCurrent)} />
      )}
    </Box>
  )
}

/** The open one first; where all are done, the newest. */
function firstOf(own: readonly OwnAppraisal[]): OwnAppraisal | undefined {
  const newest = own.toSorted(
    (a, b) => b.period.endsOn.localeCompare(a.period.endsOn) || a.period.kind.localeCompare(b.period.kind),
  )
  return newest.find(({ state }) => state === 'DISAMPAIKAN') ?? newest[0]
}

function Periods({ own }: { own: readonly OwnAppraisal[] }) {
  const [search, setSearch] = useSearchParams()
  const chosen = own.find(({ period }) => period.key === search.get('period')) ?? firstOf(own)
  if (!chosen) return <EmptyState title="mine.emptyTitle" help="mine.emptyHelp" />
  return (
    <>
      <Box sx={{ mb: 2 }}>
        <PeriodChoice
          periods={own.map(({ id, period }) => ({ id, key: period.key }))}
          value={chosen.period.key}
          onChange={(period) => setSearch({ period }, { replace: true })}
        />
      </Box>
      <Own key={chosen.id} id={chosen.id} />
    </>
  )
}

function Own({ id }: { id: string }) {
  const say = useSay()
  const { data, error, isPending } = useGetOne<AppraisalDetail>('appraisals', { id, meta: wholeRecord })
  if (error) return <FaultNotice error={error} />
  if (isPending || !data) return <PageSkeleton />
  const isDelivered = delivered.has(data.state)
  return (
    <>
      <VersionNotice appraisal={data} />
      <NextStep appraisal={data} />
      <ObjectSection appraisal={data} />
      {isDelivered && <AppraisalSummary appraisal={data} />}
      {isDelivered && <PartsSection appraisal={data} />}
      {isDelivered && <ExplanationSection id={id} />}
      <PlanSection id={id} />
      <LifeSection appraisal={data} />
      <Button component={Link} to={listLink('measurements', { employeeId: data.employee.id })} sx={{ mb: 2 }}>
        {say('mine.measurements')}
      </Button>
    </>
  )
}

/** In plain words: how it stands, what may be done, and until when. */
function NextStep({ appraisal }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const format = useFormat()
  const { state, deadlines, predikat } = appraisal
  return (
    <Section title="mine.now">
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mb: 1 }}>
        <StateChip group="appraisalState" code={state} />
        {predikat && <PredikatChip predikat={predikat} size="medium" />}
      </Box>
      <Typography sx={{ maxWidth: '70ch' }}>
        {say(`mine.state.${state}`, {
          selfAssessUntil: format.instant(deadlines.selfAssessUntil),
          rateUntil: format.instant(deadlines.rateUntil),
          objectionUntil: format.instant(deadlines.objectionUntil),
          penilai: appraisal.penilai?.fullName ?? say('mine.noPenilai'),
        })}
      </Typography>
      <AppraisalDecisions appraisal={appraisal} isOwn />
    </Section>
  )
}
