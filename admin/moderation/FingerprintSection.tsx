import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { ChartFrame } from '../frame/chart/ChartFrame.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { DotPlot, dotsHeight } from './DotPlot.tsx'
import { FINGERPRINTS, type Fingerprint } from './data.ts'

/** How each superior judges beside what was measured (F13), with the interval of two standard errors. A reason to ask, never a correction. */
export function FingerprintSection({ periodKey }: { periodKey: string }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(FINGERPRINTS, { periodKey }, { keepPrevious: true })
  const rows = data?.raterFingerprints ?? []
  const nameOf = ({ rater }: Fingerprint) => rater?.fullName ?? say('raters.hidden')
  const keyOf = (row: Fingerprint) => row.rater?.id ?? JSON.stringify(row)
  const drawn = rows.filter(({ severity }) => severity !== null).slice(0, 40)
  return (
    <Section
      title="raters.title"
      help="raters.help"
      actions={
        <>
          <ToneChip tone="quiet" label={say('indicators.local')} />
          <RuleLink rule="F13" />
        </>
      }
    >
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={6} />}
      {data && (
        <ChartFrame<Fingerprint>
          caption="raters.title"
          file={`penilai-${periodKey}`}
          rows={rows}
          keyOf={keyOf}
          empty="raters.none"
          columns={[
            {
              label: 'raters.rater',
              render: (row) =>
                row.rater ? <Link to={`/employees/${row.rater.id}/show`}>{row.rater.fullName}</Link> : nameOf(row),
            },
            { label: 'raters.people', isNumber: true, render: ({ people }) => format.number(people) },
            { label: 'raters.severity', isNumber: true, render: ({ severity }) => format.fixed(severity, 2) },
            { label: 'raters.error', isNumber: true, render: ({ standardError }) => format.fixed(standardError, 2) },
            {
              label: 'raters.flag',
              render: ({ flag, isStraightLining }) => (
                <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', justifyContent: { xs: 'flex-end', sm: 'flex-start' } }}>
                  <ToneChip tone={flag === 'OK' ? 'quiet' : 'warn'} label={label('raterFlag', flag)} />
                  {isStraightLining && <ToneChip tone="warn" label={say('raters.straight')} />}
                </Box>
              ),
            },
            { label: 'raters.identical', isNumber: true, render: ({ identical }) => format.number(identical) },
          ]}
          csv={() => [
            [say('raters.rater'), say('raters.people'), say('raters.severity'), say('raters.error'), say('raters.flag')],
            ...rows.map((row) => [nameOf(row), row.people, row.severity, row.standardError, label('raterFlag', row.flag)]),
          ]}
          draw={(width) => ({
            height: dotsHeight(drawn.length),
            content: (
              <DotPlot
                width={width}
                below={say('raters.severe')}
                above={say('raters.lenient')}
                dots={drawn.map((row) => ({
                  key: keyOf(row),
                  label: nameOf(row),
                  note: `${format.fixed(row.severity, 2)} · ${label('raterFlag', row.flag)}`,
                  value: row.severity ?? 0,
                  error: row.standardError ?? 0,
                  isMarked: row.flag !== 'OK',
                }))}
              />
            ),
          })}
        />
      )}
    </Section>
  )
}
