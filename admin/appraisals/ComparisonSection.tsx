import { Alert, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { type Fact, Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { COMPARISON, type Compared, type Peers } from './comparison.ts'
import { ScoreRange } from './ScoreRange.tsx'

/** Beside the period before, and beside the people in like positions. Neither is a rating, and the page says so. */
export function ComparisonSection({ id }: { id: string }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(COMPARISON, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  const { previous, peers } = data.appraisal
  return (
    <Section title="comparison.title" help="comparison.help">
      {previous ? (
        <Periods now={data.appraisal} before={previous} />
      ) : (
        <Typography sx={{ color: 'text.secondary', mb: 2 }}>{say('comparison.noPrevious')}</Typography>
      )}
      {peers ? (
        <PeerGroup peers={peers} score={data.appraisal.weightedScore} />
      ) : (
        <Typography sx={{ color: 'text.secondary' }}>{say('comparison.noScore')}</Typography>
      )}
    </Section>
  )
}

function Periods({ now, before }: { now: Compared; before: Compared }) {
  const label = useCodeLabel()
  const format = useFormat()
  return (
    <RowsTable
      caption="comparison.periods"
      rows={[now, before]}
      keyOf={({ id }) => id}
      empty="comparison.noPrevious"
      columns={[
        {
          label: 'appraisals.period',
          render: ({ id, period }) => (id === now.id ? period.key : <Link to={`/appraisals/${id}/show`}>{period.key}</Link>),
        },
        { label: 'appraisals.predikat', render: ({ predikat }) => (predikat ? label('predikat', predikat) : '–') },
        { label: 'appraisals.result', render: ({ resultRating }) => (resultRating ? label('levelShort', resultRating) : '–') },
        {
          label: 'appraisals.behaviour',
          render: ({ behaviourRating }) => (behaviourRating ? label('levelShort', behaviourRating) : '–'),
        },
        { label: 'appraisals.score', isNumber: true, render: ({ weightedScore }) => format.fixed(weightedScore, 2) },
      ]}
    />
  )
}

function PeerGroup({ peers, score }: { peers: Peers; score: string | null }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { figures, step, people } = peers
  const group = say(`comparison.group.${step}`, {
    kind: peers.positionKind ? label('positionKind', peers.positionKind) : '–',
    level: peers.positionLevel ?? '–',
    type: label('unitType', peers.unitType),
  })
  if (figures === null) return <Alert severity="info">{say('comparison.suppressed', { group })}</Alert>
  const facts: Fact[] = [
    { label: 'comparison.own', value: format.fixed(score, 2) },
    { label: 'comparison.mean', value: format.fixed(figures.mean, 2) },
    {
      label: 'comparison.quartiles',
      value: say('comparison.range', {
        from: format.fixed(figures.lowerQuartile, 2),
        to: format.fixed(figures.upperQuartile, 2),
      }),
    },
    { label: 'comparison.median', value: format.fixed(figures.median, 2) },
    { label: 'comparison.below', value: format.share(figures.shareBelow, 1) },
    { label: 'comparison.z', value: format.fixed(figures.z, 2) },
    { label: 'comparison.t', value: format.fixed(figures.t, 1) },
  ]
  return (
    <>
      <Typography sx={{ mt: 2, mb: 1, maxWidth: '75ch' }}>
        {say('comparison.with', { group, people: format.number(people) })}{' '}
        {step !== 'KIND_LEVEL_TYPE' && say('comparison.widened')}
      </Typography>
      <ScoreRange score={Number(score)} figures={figures} />
      <Facts facts={facts} />
      <Alert severity="info" icon={false} sx={{ mt: 1.5 }}>
        {say('comparison.noRating')} {figures.isRobust && say('comparison.robust')}
      </Alert>
    </>
  )
}
