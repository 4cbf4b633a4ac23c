import { Box } from '@mui/material'
import { Bars } from '../frame/chart/Bars.tsx'
import { predikatTones } from '../frame/chip/predikat-tones.ts'
import type { Tone } from '../frame/chip/tones.ts'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { listLink } from '../frame/list/list-link.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { COCKPIT } from './data.ts'

type Props = { periodKey: string; unitId: string | null }

/** How far a period has come in a unit and below it. Every figure is counted by the server and opens its list. */
export function Cockpit({ periodKey, unitId }: Props) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const mayOpen = useMay('appraisals.read')
  const { data, error, isPending, refetch } = useRead(COCKPIT, { periodKey, underUnitId: unitId }, { keepPrevious: true })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={6} />
  const { coverage, predikatDistribution: spread, dataFreshness } = data
  const scope = { periodKey, ...(unitId ? { underUnitId: unitId } : {}) }
  const to = (filter: Record<string, string>) => (mayOpen ? { to: listLink('appraisals', { ...scope, ...filter }) } : {})
  const step = (key: string, text: string, count: number, tone: Tone = 'fair') => ({ key, label: text, count, tone })
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
      <Section title="home.predikat" help="home.predikatHelp">
        <Bars
          caption="home.predikat"
          total={spread.total}
          empty="home.noPredikat"
          bars={[
            ...spread.predikat.map(({ key, count }) => ({
              ...step(key, label('predikat', key), count, predikatTones[key]),
              ...to({ predikat: key }),
            })),
            ...spread.reasons.map(({ key, count }) => ({
              ...step(key, label('noPredikatReason', key), count, 'quiet'),
              ...to({ noPredikatReason: key }),
            })),
          ]}
        />
      </Section>
      <Section title="home.coverage" help="home.coverageHelp">
        <Bars
          caption="home.coverage"
          total={coverage.employees}
          empty="home.noPredikat"
          bars={[
            step('employees', say('home.employees'), coverage.employees, 'quiet'),
            step('withSkp', say('home.withSkp'), coverage.withSkp),
            step('withResult', say('home.withResult'), coverage.withResult),
            step('withBehaviour', say('home.withBehaviour'), coverage.withBehaviour),
            step('withPredikat', say('home.withPredikat'), coverage.withPredikat, 'good'),
          ]}
        />
      </Section>
      <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
        <Section title="home.freshness" help="home.freshnessHelp">
          <RowsTable
            caption="home.freshness"
            rows={dataFreshness}
            keyOf={({ source }) => source}
            empty="home.noFreshness"
            firstRows={8}
            columns={[
              { label: 'indicators.sourceSystem', render: ({ source }) => source },
              { label: 'home.items', isNumber: true, render: ({ items }) => format.number(items) },
              { label: 'home.measured', isNumber: true, render: ({ measured }) => format.number(measured) },
              { label: 'chart.share', isNumber: true, render: ({ items, measured }) => format.share(measured, items) },
              { label: 'home.latest', render: ({ latestMeasuredOn }) => format.date(latestMeasuredOn) },
            ]}
          />
        </Section>
      </Box>
    </Box>
  )
}
