import { Box, Button, Card, CardActionArea, Typography } from '@mui/material'
import { Title } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { listLink } from '../frame/list/list-link.ts'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { TEAM, type TeamRow } from './data.ts'
import { PeriodChoice } from './PeriodChoice.tsx'
import { usePeriods } from './use-periods.ts'
import { type Turn, turn, turns } from './waits-for.ts'

/** The penilai's people of one period, by whose turn it is. */
export default function MyTeamPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const { periods, latest, isPending } = usePeriods()
  const periodKey = search.get('period') ?? latest
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={say('team.title')} preferenceKey={false} />
      <ListHelp text="team.help" />
      {periodKey && (
        <Box sx={{ mb: 2 }}>
          <PeriodChoice periods={periods} value={periodKey} onChange={(period) => setSearch({ period }, { replace: true })} />
        </Box>
      )}
      {isPending ? <PageSkeleton /> : <Team key={periodKey} periodKey={periodKey ?? ''} />}
    </Box>
  )
}

function Team({ periodKey }: { periodKey: string }) {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const offset = Math.max(Number(search.get('offset') ?? 0) || 0, 0)
  const { data, error, isPending, refetch } = useRead(TEAM, { periodKey, offset })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton />
  const { totalCount, nodes } = data.teamAppraisals
  if (totalCount === 0) return <EmptyState title="team.emptyTitle" help="team.emptyHelp" />
  const groups = Map.groupBy(nodes, turn)
  const isMore = offset + nodes.length < totalCount
  return (
    <>
      {turns.map((whose) => {
        const rows = groups.get(whose)
        return rows && <Group key={whose} whose={whose} rows={rows} periodKey={periodKey} />
      })}
      {isMore && (
        <Button onClick={() => setSearch({ period: periodKey, offset: String(offset + nodes.length) })}>
          {say('team.more', { left: totalCount - offset - nodes.length })}
        </Button>
      )}
    </>
  )
}

function Group({ whose, rows, periodKey }: { whose: Turn; rows: readonly TeamRow[]; periodKey: string }) {
  const say = useSay()
  const queue = listLink('appraisals', { periodKey, waitingForMe: true })
  return (
    <Section
      title={`team.turn.${whose}`}
      help={`team.turnHelp.${whose}`}
      actions={
        whose === 'ME' && (
          <Button component={Link} to={queue} variant="contained">
            {say('team.openQueue', { count: rows.length })}
          </Button>
        )
      }
    >
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
        }}
      >
        {rows.map((row) => (
          <Card component="li" key={row.id} variant="outlined">
            <Member row={row} />
          </Card>
        ))}
      </Box>
    </Section>
  )
}

function Member({ row }: { row: TeamRow }) {
  const say = useSay()
  const format = useFormat()
  const { deadlines, state } = row
  const due =
    state === 'TERBUKA'
      ? say('team.selfAssessUntil', { at: format.instant(deadlines.selfAssessUntil) })
      : state === 'DISAMPAIKAN'
        ? say('team.objectionUntil', { at: format.instant(deadlines.objectionUntil) })
        : ['PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI'].includes(state)
          ? say('team.rateUntil', { at: format.instant(deadlines.rateUntil) })
          : null
  return (
    <CardActionArea component={Link} to={`/appraisals/${row.id}/show`} sx={{ p: 1.5, height: '100%' }}>
      <Typography sx={{ fontWeight: 650 }}>{row.employee.fullName}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {row.positionTitle}
      </Typography>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', my: 0.75 }}>
        <StateChip group="appraisalState" code={state} />
        <PredikatChip predikat={row.predikat} reason={row.noPredikatReason} />
      </Box>
      {due && <Typography variant="body2">{due}</Typography>}
    </CardActionArea>
  )
}
