import { Alert, Box, Button, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { type Fact, Facts } from '../frame/detail/Facts.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { AppraisalDecisions } from './AppraisalDecisions.tsx'
import type { AppraisalDetail } from './data.ts'
import { Words } from './LifeSection.tsx'
import { ResultBars } from './ResultBars.tsx'
import { suggestedOf } from './rating.ts'

/** An appraisal beside the queue: how it stands, what the rules suggest, what it rests on, and what may be decided. */
export default function AppraisalPanel({ appraisal }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const format = useFormat()
  const suggested = suggestedOf(appraisal)
  const isRated = appraisal.timeline.some(({ state }) => state === 'DINILAI')
  const isAmbiguous = appraisal.resultAmbiguous || appraisal.behaviourAmbiguous
  const facts: Fact[] = [
    { label: 'panel.suggestedResult', value: suggested.result ? <LevelChip level={suggested.result} isShort /> : '–' },
    { label: 'panel.suggestedBehaviour', value: suggested.behaviour ? <LevelChip level={suggested.behaviour} isShort /> : '–' },
    ...(isRated
      ? [
          { label: 'panel.ratedResult' as const, value: <LevelChip level={appraisal.resultRating} isShort /> },
          { label: 'panel.ratedBehaviour' as const, value: <LevelChip level={appraisal.behaviourRating} isShort /> },
        ]
      : []),
    { label: 'appraisals.score', value: format.fixed(appraisal.weightedScore, 2) },
    { label: 'appraisals.excluded', value: format.percent(appraisal.excludedWeightPct) },
    { label: 'appraisals.penilai', value: appraisal.penilai?.fullName ?? '–' },
    { label: 'life.rateUntil', value: format.instant(appraisal.deadlines.rateUntil) },
  ]
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {appraisal.positionTitle} · {appraisal.unit.name} · {appraisal.period.key}
      </Typography>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', my: 1 }}>
        <StateChip group="appraisalState" code={appraisal.state} />
        <PredikatChip predikat={appraisal.predikat} reason={appraisal.noPredikatReason} />
      </Box>
      {isAmbiguous && !isRated && <Alert severity="warning">{say('appraisals.ambiguousHelp')}</Alert>}
      <AppraisalDecisions appraisal={appraisal} />
      <Box sx={{ '& dl': { gridTemplateColumns: '1fr 1fr' } }}>
        <Facts facts={facts} />
      </Box>
      <ResultBars id={appraisal.id} />
      <Words appraisal={appraisal} />
      <Button component={Link} to={`/appraisals/${appraisal.id}/show`} sx={{ mt: 2 }}>
        {say('panel.whole')}
      </Button>
    </>
  )
}
