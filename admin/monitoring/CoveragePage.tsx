import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { COVERAGE } from './data.ts'

/** How far monitoring reaches by office, and how punctual the teams are. */
export default function CoveragePage() {
  const format = useFormat()
  const { data, error, refetch } = useRead(COVERAGE, {})
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="coverage.title" />
      <ListHelp text="coverage.help" />
      <Section title="coverage.byUnit">
        <RowsTable
          caption="coverage.byUnit"
          rows={data.monitoringCoverage}
          keyOf={({ unit }) => unit.id}
          empty="coverage.empty"
          columns={[
            { label: 'coverage.unit', render: ({ unit }) => <Link to={`/units/${unit.id}/show`}>{unit.name}</Link> },
            { label: 'coverage.trained', isNumber: true, render: ({ trained }) => format.number(trained) },
            { label: 'coverage.covered', isNumber: true, render: ({ covered }) => format.number(covered) },
            {
              label: 'coverage.reach',
              isNumber: true,
              render: ({ covered, trained }) => <Reach part={covered} whole={trained} />,
            },
            { label: 'coverage.seen', isNumber: true, render: ({ seen }) => format.number(seen) },
            { label: 'coverage.overdue', isNumber: true, render: ({ overdue }) => format.number(overdue) },
          ]}
        />
      </Section>
      <Section title="coverage.timeliness">
        <RowsTable
          caption="coverage.timeliness"
          rows={data.checkpointTimeliness}
          keyOf={({ team }) => team?.id ?? ''}
          empty="coverage.empty"
          columns={[
            {
              label: 'checkpoints.team',
              render: ({ team }) => (team ? <Link to={`/monitoring-teams/${team.id}/show`}>{team.name}</Link> : '–'),
            },
            { label: 'coverage.due', isNumber: true, render: ({ due }) => format.number(due) },
            { label: 'coverage.inTime', isNumber: true, render: ({ inTime }) => format.number(inTime) },
            { label: 'coverage.late', isNumber: true, render: ({ late }) => format.number(late) },
            { label: 'coverage.overdue', isNumber: true, render: ({ overdue }) => format.number(overdue) },
            {
              label: 'coverage.rate',
              isNumber: true,
              render: ({ rate }) => (rate === null ? '–' : format.percent(String(Number(rate) * 100), 0)),
            },
          ]}
        />
      </Section>
    </Box>
  )
}

/** A share in words with a bar beneath it. */
function Reach({ part, whole }: { part: number; whole: number }) {
  const format = useFormat()
  return (
    <Box sx={{ minWidth: 90 }}>
      {format.share(part, whole)}
      <Box aria-hidden="true" sx={{ height: 6, borderRadius: 3, bgcolor: 'action.hover', overflow: 'hidden' }}>
        <Box sx={{ height: '100%', width: `${whole === 0 ? 0 : (part / whole) * 100}%`, bgcolor: 'primary.main' }} />
      </Box>
    </Box>
  )
}
