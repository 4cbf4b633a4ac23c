import { Box, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { PlannedIki, PlannedRhk } from './data.ts'

type Props = { results: readonly PlannedRhk[]; approach: string }

/** The results of a plan with what each serves, its indicators and targets. */
export function ResultList({ results, approach }: Props) {
  const say = useSay()
  if (results.length === 0) return <Typography sx={{ color: 'text.secondary', my: 1 }}>{say('skps.noResults')}</Typography>
  return (
    <Box component="ol" aria-label={say('skps.results')} sx={{ m: 0, my: 1, pl: 3 }}>
      {results.map((result) => (
        <Box component="li" key={result.id} value={result.number} sx={{ mb: 2 }}>
          <Result result={result} isInWords={approach === 'KUALITATIF'} />
        </Box>
      ))}
    </Box>
  )
}

function Result({ result, isInWords }: { result: PlannedRhk; isInWords: boolean }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { title, kind, weight, expectation, iki } = result
  return (
    <>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {label('rhkKind', kind)} · {say('skps.weightOf', { weight: format.percent(weight) })}
      </Typography>
      <Serves result={result} />
      {(isInWords || expectation) && (
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{expectation ?? '–'}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {iki.nodes.map((item) => (
          <Indicator key={item.id} item={item} />
        ))}
      </Box>
    </>
  )
}

/** What a result serves: a result of the superior, an assignment letter, or nothing yet. */
function Serves({ result: { serves, assignmentLetter, interventionOf, cascade, isSelfExecuted } }: { result: PlannedRhk }) {
  const say = useSay()
  const label = useCodeLabel()
  const words = serves
    ? say('skps.serves', { title: serves.title, name: serves.employeeName })
    : assignmentLetter
      ? say('skps.byLetter', { letter: assignmentLetter })
      : interventionOf
        ? say('skps.intervention', { title: interventionOf })
        : null
  if (words === null && !isSelfExecuted) return null
  return (
    <Typography variant="body2" component="div" sx={{ overflowWrap: 'anywhere' }}>
      {words} {serves && cascade && <ToneChip tone="quiet" label={label('cascade', cascade)} />}{' '}
      {isSelfExecuted && <ToneChip tone="quiet" label={say('skps.selfExecuted')} />}
    </Typography>
  )
}

function Indicator({ item }: { item: PlannedIki }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { indicatorVersion: version, target, targetMin, targetMax, baseline, targetReason, weight } = item
  const aim =
    target !== null
      ? format.number(target, 6)
      : say('comparison.range', { from: format.number(targetMin, 6), to: format.number(targetMax, 6) })
  return (
    <Typography component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {version.indicator.code} · {version.name}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {say('skps.targetOf', { target: aim, unit: label('measureUnit', version.unit) })} ·{' '}
        {say('skps.weightInside', { weight: format.number(weight, 4) })}
        {baseline !== null && ` · ${say('skps.baselineOf', { baseline: format.number(baseline, 6) })}`}
        {targetReason && ` · ${targetReason}`}
      </Box>
    </Typography>
  )
}
