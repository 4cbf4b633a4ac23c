import { Box, Typography } from '@mui/material'
import { type Fact, Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { Plan } from './data.ts'
import { ResultList } from './ResultList.tsx'

/** What is written in a plan: results, lampiran and special expectations. */
export function ContentTab({ plan }: { plan: Plan }) {
  const label = useCodeLabel()
  const format = useFormat()
  const facts: Fact[] = [
    { label: 'skps.covers', value: `${format.date(plan.startsOn)} – ${format.date(plan.endsOn)}` },
    { label: 'skps.approach', value: label('skpApproach', plan.approach) },
    { label: 'appraisals.penilai', value: plan.penilai?.fullName },
    { label: 'skps.leadsUnit', value: label('yesNo', String(plan.leadsUnit)) },
    { label: 'skps.weightSum', value: format.percent(plan.weightSum, 4) },
    { label: 'skps.submittedAt', value: format.instant(plan.submittedAt) },
    { label: 'skps.setAt', value: format.instant(plan.setAt) },
  ]
  return (
    <>
      <Section title="skps.facts">
        <Facts facts={facts} />
      </Section>
      <Section title="skps.results" help="skps.weightHelp">
        <ResultList results={plan.rhk.nodes} approach={plan.approach} />
      </Section>
      <Section title="skps.appendices" help="skps.appendicesHelp">
        <Texts rows={plan.appendices.map(({ kind, text }) => ({ name: label('appendixKind', kind), text }))} />
      </Section>
      <Section title="skps.expectations" help="skps.expectationsHelp">
        <Texts rows={plan.expectations.map(({ value, text }) => ({ name: label('behaviourValue', value), text }))} />
      </Section>
    </>
  )
}

function Texts({ rows }: { rows: readonly { name: string; text: string }[] }) {
  const say = useSay()
  if (rows.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{say('skps.nothingWritten')}</Typography>
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {rows.map(({ name, text }) => (
        <Box key={name} sx={{ mb: 1.5 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>
            {text}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
