import { Box, Typography } from '@mui/material'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { OWN_PLAN, type Planned } from './data.ts'

type Item = Planned['rhk']['nodes'][number]['iki']['nodes'][number]

/** What was agreed for the period: each result with its indicators and targets. */
export function PlanSection({ id }: { id: string }) {
  const say = useSay()
  const format = useFormat()
  const { data, error, isPending, refetch } = useRead(OWN_PLAN, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  const results = data.appraisal.skp?.rhk.nodes ?? []
  return (
    <Section title="plan.title" help="plan.help">
      {results.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('plan.none')}</Typography>}
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {results.map(({ number, title, weight, iki }) => (
          <Box component="li" key={number} value={number} sx={{ mb: 1.5 }}>
            <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {say('plan.weight', { weight: format.percent(weight) })}
            </Typography>
            <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
              {iki.nodes.map((item) => (
                <Indicator key={item.number} item={item} />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}

function Indicator({ item: { indicatorVersion, target, targetMin, targetMax } }: { item: Item }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const range =
    target !== null
      ? format.number(target, 6)
      : say('comparison.range', { from: format.number(targetMin, 6), to: format.number(targetMax, 6) })
  return (
    <Typography component="li">
      {indicatorVersion.name}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {say('plan.target', { target: range, unit: label('measureUnit', indicatorVersion.unit) })}
      </Box>
    </Typography>
  )
}
