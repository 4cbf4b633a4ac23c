import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { EvidenceTable } from '../measurements/EvidenceTable.tsx'
import { qualityParts } from '../measurements/QualityParts.tsx'
import { useMeasured } from '../measurements/use-measured.ts'
import { type MeasuredQuarter, OWN_PLAN, SERIES_EVIDENCE } from './data.ts'

/** Each indicator of the plan with its measurements: who recorded and verified them, how good they are, and what they rest on. */
export function EvidenceSection({ id }: { id: string }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(OWN_PLAN, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={3} />
  const items = (data.appraisal.skp?.rhk.nodes ?? []).flatMap((rhk) => rhk.iki.nodes.map((iki) => ({ rhk, iki })))
  return (
    <Section title="evidence.title" help="evidence.help">
      {items.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('evidence.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map(({ rhk, iki }) => (
          <Box component="li" key={`${rhk.number}.${iki.number}`} sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
            <Indicator name={iki.indicatorVersion.name} of={`${rhk.number}.${iki.number}`} seriesId={iki.series?.id ?? null} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}

function Indicator({ name, of, seriesId }: { name: string; of: string; seriesId: string | null }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ flex: '1 1 240px', minWidth: 0 }}>
          {of} {name}
        </Typography>
        {seriesId === null ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {say('evidence.noSeries')}
          </Typography>
        ) : (
          <Button
            size="small"
            className="tera-screen-only"
            aria-expanded={isOpen}
            aria-label={say(isOpen ? 'evidence.hideOf' : 'evidence.showOf', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            {say(isOpen ? 'evidence.hide' : 'evidence.show')}
          </Button>
        )}
      </Box>
      {isOpen && seriesId !== null && <Quarters seriesId={seriesId} />}
    </>
  )
}

function Quarters({ seriesId }: { seriesId: string }) {
  const say = useSay()
  const { data, error, isPending } = useRead(SERIES_EVIDENCE, { id: seriesId })
  if (error) return <FaultNotice error={error} />
  if (isPending) return <PageSkeleton rows={2} />
  const quarters = data.node?.realisations.nodes ?? []
  if (quarters.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{say('evidence.noMeasurement')}</Typography>
  return quarters.map((quarter) => <Quarter key={quarter.id} quarter={quarter} />)
}

function Quarter({ quarter }: { quarter: MeasuredQuarter }) {
  const say = useSay()
  const measured = useMeasured()
  const format = useFormat()
  const { id, period, state, importRunId } = quarter
  const signOf = (holds: boolean) => say(holds ? 'measurements.holds' : 'measurements.fails')
  return (
    <Box sx={{ borderLeft: 3, borderColor: 'divider', pl: { xs: 1, sm: 2 }, my: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Link to={`/measurements/${id}/show`}>{period.key}</Link>
        <strong>{measured(quarter)}</strong>
        <StateChip group="realisationState" code={state} />
        {qualityParts.map(({ part, label }) => (
          <ToneChip key={part} tone={quarter[part] ? 'good' : 'warn'} label={`${say(label)}: ${signOf(quarter[part])}`} />
        ))}
      </Box>
      <Facts
        facts={[
          { label: 'measurements.measuredOn', value: format.date(quarter.measuredOn) },
          { label: 'measurements.source', value: quarter.source },
          { label: 'measurements.recordedBy', value: quarter.recordedBy ?? '–' },
          { label: 'measurements.verifiedBy', value: quarter.verifiedBy ?? '–' },
          { label: 'measurements.quality', value: format.fixed(quarter.quality, 2) },
          {
            label: 'evidence.origin',
            value: importRunId ? (
              <Link to={`/imports/${importRunId}/show`}>{say('evidence.imported')}</Link>
            ) : (
              say('evidence.byHand')
            ),
          },
        ]}
      />
      <EvidenceTable evidence={quarter.evidence.nodes} />
    </Box>
  )
}
