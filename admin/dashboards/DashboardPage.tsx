import { Box, MenuItem, TextField } from '@mui/material'
import { Title } from 'react-admin'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Scope } from '../home/data.ts'
import { FreshnessPanel } from '../home/FreshnessPanel.tsx'
import { PatternPanel } from '../home/PatternPanel.tsx'
import { ScopeBar } from '../home/ScopeBar.tsx'
import { useScope } from '../home/use-scope.ts'
import { BY_PERIOD, BY_UNIT, HEATMAP } from './data.ts'
import { HeatChart } from './HeatChart.tsx'
import { ObjectivityPanel } from './ObjectivityPanel.tsx'
import { SpreadChart } from './SpreadChart.tsx'

/** The figures of a period beside each other. Period, unit and the period to compare with live in the address; all is counted by the server. */
export default function DashboardPage() {
  const say = useSay()
  const scope = useScope()
  const { periodKey, unitId, years, get, change } = scope
  const compare = get('compare')
  const shared = periodKey ? { periodKey, underUnitId: unitId } : null
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="dashboards.title" />
      <ScopeBar scope={scope}>
        <TextField
          select
          label={say('dashboards.compare')}
          value={years.some(({ key }) => key === compare) ? compare : ''}
          onChange={(event) => change('compare', event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          fullWidth={false}
          sx={{ minWidth: 180 }}
        >
          <MenuItem value="">{say('dashboards.noCompare')}</MenuItem>
          {years
            .filter(({ key }) => key !== periodKey)
            .map(({ id, key }) => (
              <MenuItem key={id} value={key}>
                {key}
              </MenuItem>
            ))}
        </TextField>
      </ScopeBar>
      {shared && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
            alignItems: 'start',
          }}
        >
          <UnitSpreads {...shared} compare={compare} />
          <Box sx={{ minWidth: 0 }}>
            <Trend underUnitId={unitId} />
            <ObjectivityPanel {...shared} orgPredikat={get('org')} />
          </Box>
          <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
            <Heat {...shared} />
          </Box>
          <PatternPanel scope={scope} {...shared} />
          <FreshnessPanel {...shared} />
        </Box>
      )}
    </Box>
  )
}

function UnitSpreads({ periodKey, underUnitId, compare }: Scope & { compare: string | null }) {
  const own = useRead(BY_UNIT, { periodKey, underUnitId }, { keepPrevious: true })
  const other = useRead(BY_UNIT, { periodKey: compare ?? '', underUnitId }, { enabled: compare !== null, keepPrevious: true })
  const before = new Map(compare ? other.data?.predikatByUnit.map((row) => [row.unit.id, row]) : [])
  const rows = (own.data?.predikatByUnit ?? [])
    .filter(({ total, isSuppressed }) => isSuppressed || (total ?? 0) > 0)
    .flatMap((row) => {
      const { unit } = row
      const earlier = before.get(unit.id)
      const link = (
        <Link key={unit.id} to={`/dashboards?period=${periodKey}&unit=${unit.id}`}>
          {unit.name}
        </Link>
      )
      const shown = { ...row, key: unit.id, label: compare ? `${unit.name} · ${periodKey}` : unit.name, link }
      return earlier ? [shown, { ...earlier, key: `${unit.id} ${compare}`, label: `${unit.name} · ${compare}` }] : [shown]
    })
  return (
    <Section title="dashboards.byUnit" help="dashboards.byUnitHelp">
      {own.error && <FaultNotice error={own.error} onRetry={() => void own.refetch()} />}
      {compare && other.error && <FaultNotice error={other.error} onRetry={() => void other.refetch()} />}
      {own.isPending && <PageSkeleton rows={6} />}
      {own.data && (
        <SpreadChart
          caption="dashboards.byUnit"
          head="dashboards.unit"
          file={`predikat-unit-${periodKey}`}
          rows={rows}
          empty="dashboards.noUnits"
        />
      )}
    </Section>
  )
}

function Trend({ underUnitId }: { underUnitId: string | null }) {
  const { data, error, isPending, refetch } = useRead(BY_PERIOD, { underUnitId, kind: 'ANNUAL' }, { keepPrevious: true })
  return (
    <Section title="dashboards.trend" help="dashboards.trendHelp">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={3} />}
      {data && (
        <SpreadChart
          caption="dashboards.trend"
          head="appraisals.period"
          file="predikat-tren"
          rows={data.predikatByPeriod.map((row) => ({ ...row, key: row.periodKey, label: row.periodKey }))}
          empty="home.noPredikat"
        />
      )}
    </Section>
  )
}

function Heat({ periodKey, underUnitId }: Scope) {
  const { data, error, isPending, refetch } = useRead(HEATMAP, { periodKey, underUnitId }, { keepPrevious: true })
  return (
    <Section title="dashboards.heatmap" help="dashboards.heatmapHelp">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={6} />}
      {data && <HeatChart heatmap={data.achievementHeatmap} file={`capaian-${periodKey}`} />}
    </Section>
  )
}
