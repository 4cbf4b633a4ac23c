import { Alert, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { DraftProblems } from './DraftProblems.tsx'
import type { Version } from './data.ts'

/** Everything that one version says. */
export function VersionFacts({ version }: { version: Version }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  return (
    <>
      {version.returnReason && version.state === 'DRAFT' && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('indicators.returned', { reason: version.returnReason })}
        </Alert>
      )}
      <DraftProblems version={version} />
      <Section title="indicators.what">
        <Facts
          facts={[
            { label: 'indicators.aspect', value: label('aspect', version.aspect) },
            { label: 'indicators.polarity', value: label('polarity', version.polarity) },
            { label: 'indicators.unit', value: label('measureUnit', version.unit) },
            { label: 'indicators.target', value: targetText(version, format, say) },
            { label: 'indicators.targetRule', value: label('targetRule', version.targetRule) },
            { label: 'indicators.maxValue', value: format.number(version.maxValue, 6) },
            { label: 'indicators.minDenominator', value: format.number(version.minDenominator, 6) },
            { label: 'indicators.aggregation', value: label('aggregation', version.aggregation) },
            { label: 'indicators.frequency', value: label('frequency', version.frequency) },
            { label: 'indicators.attribution', value: label('attribution', version.attribution) },
          ]}
        />
      </Section>
      <Section title="indicators.how">
        <Facts
          facts={[
            { label: 'indicators.formula', value: version.formulaText },
            { label: 'indicators.numerator', value: version.numeratorText },
            { label: 'indicators.denominator', value: version.denominatorText },
            { label: 'indicators.exclusions', value: version.exclusions },
            { label: 'indicators.sourceSystem', value: version.sourceSystem },
            { label: 'indicators.sourceOwner', value: version.sourceOwner },
            { label: 'indicators.evidence', value: version.evidenceTypes.map((kind) => label('evidenceKind', kind)).join(', ') },
            { label: 'indicators.gamingRisks', value: version.gamingRisks },
            { label: 'indicators.counter', value: version.counterIndicatorCode },
          ]}
        />
      </Section>
      <Section
        title="indicators.weights"
        help="indicators.weightsHelp"
        actions={<ToneChip tone="warn" label={say('indicators.local')} />}
      >
        <RowsTable
          caption="indicators.weights"
          rows={version.familyWeights}
          keyOf={(row) => row.family}
          empty="indicators.noWeights"
          columns={[
            { label: 'indicators.family', render: (row) => row.family },
            { label: 'indicators.weight', isNumber: true, render: (row) => format.percent(row.weight) },
            { label: 'indicators.weightMin', isNumber: true, render: (row) => format.percent(row.weightMin) },
            { label: 'indicators.weightMax', isNumber: true, render: (row) => format.percent(row.weightMax) },
          ]}
        />
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {say('indicators.thresholds', {
            low: format.number(version.levelLow ?? 90),
            high: format.number(version.levelHigh ?? 110),
          })}
        </Typography>
      </Section>
      <Section title="indicators.standing">
        <Facts
          facts={[
            { label: 'indicators.effectiveFrom', value: format.date(version.effectiveFrom) },
            { label: 'indicators.submittedAt', value: format.instant(version.submittedAt) },
            { label: 'indicators.publishedAt', value: format.instant(version.publishedAt) },
            { label: 'indicators.supersededAt', value: format.instant(version.supersededAt) },
            { label: 'indicators.hash', value: version.contentHash && <code>{version.contentHash}</code> },
          ]}
        />
      </Section>
    </>
  )
}

/** The target as people say it: one number, a range, or a number with a tolerance. */
function targetText(version: Version, format: ReturnType<typeof useFormat>, say: ReturnType<typeof useSay>): string {
  const { target, targetMin, targetMax, tolerancePct } = version
  if (targetMin !== null && targetMax !== null && targetMin !== targetMax)
    return `${format.number(targetMin, 6)} – ${format.number(targetMax, 6)}`
  const single = format.number(target ?? targetMin ?? targetMax, 6)
  return tolerancePct === null
    ? single
    : say('indicators.withTolerance', { target: single, tolerance: format.number(tolerancePct, 4) })
}
