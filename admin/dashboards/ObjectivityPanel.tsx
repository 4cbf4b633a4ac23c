import { Box, Typography } from '@mui/material'
import { ChartFrame } from '../frame/chart/ChartFrame.tsx'
import { Stacks, stacksHeight } from '../frame/chart/Stacks.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Scope } from '../home/data.ts'
import { OBJECTIVITY } from './data.ts'

/** How far the appraisals rest on measurement: always the components, the index beside them. */
export function ObjectivityPanel({ periodKey, underUnitId, orgPredikat }: Scope & { orgPredikat: string | null }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(
    OBJECTIVITY,
    { periodKey, underUnitId, orgPredikat },
    { keepPrevious: true },
  )
  const found = data?.objectivity
  const rows = found
    ? [
        { key: 'ms', label: say('dashboards.ms'), value: found.measuredShare },
        { key: 'ev', label: say('dashboards.ev'), value: found.evidence },
        { key: 'ra', label: say('dashboards.ra'), value: found.agreement },
        { key: 'sev', label: say('dashboards.sev'), value: found.severity },
        { key: 'dc', label: say('dashboards.dc'), value: found.distribution },
      ]
    : []
  const told = (value: number | null) => (value === null ? say('dashboards.unknown') : format.number(value))
  return (
    <Section
      title="dashboards.objectivity"
      help="dashboards.objectivityHelp"
      actions={
        <>
          <ToneChip tone="quiet" label={say('indicators.local')} />
          <RuleLink rule="F20" />
        </>
      }
    >
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={4} />}
      {found && (
        <>
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', mb: 1.5 }}>
            <Typography component="span" sx={{ fontSize: '1.6rem', fontWeight: 650 }}>
              {told(found.value)}
            </Typography>
            {found.level && <Typography component="span">{label('objectivityLevel', found.level)}</Typography>}
          </Box>
          <ChartFrame
            caption="dashboards.objectivity"
            file={`objektivitas-${periodKey}`}
            rows={rows}
            keyOf={({ key }) => key}
            empty="home.noPredikat"
            columns={[
              { label: 'dashboards.component', render: (row) => row.label },
              { label: 'dashboards.value', isNumber: true, render: (row) => told(row.value) },
            ]}
            csv={() => [[say('dashboards.component'), say('dashboards.value')], ...rows.map((row) => [row.label, row.value])]}
            draw={(width) => ({
              height: stacksHeight(rows.length, false),
              content: (
                <Stacks
                  width={width}
                  total={100}
                  shown={(part) => format.number(part.value)}
                  stacks={rows.map((row) => ({
                    key: row.key,
                    label: row.label,
                    note: told(row.value),
                    parts: row.value === null ? [] : [{ key: row.key, label: row.label, value: row.value, tone: 'fair' }],
                  }))}
                />
              ),
            })}
          />
        </>
      )}
    </Section>
  )
}
