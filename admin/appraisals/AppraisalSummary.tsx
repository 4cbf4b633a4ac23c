import { Alert, Box } from '@mui/material'
import { Figure } from '../frame/chart/Figure.tsx'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { AppraisalDetail } from './data.ts'

/** States before a named official has set the predikat. */
const suggestedStates = new Set(['TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI', 'DINILAI', 'MODERASI'])

/** Both axes and their figures at one glance, and what the penilai must look at. */
export function AppraisalSummary({ appraisal }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const isAmbiguous = appraisal.resultAmbiguous || appraisal.behaviourAmbiguous
  return (
    <>
      {suggestedStates.has(appraisal.state) && (
        <Alert severity="info" icon={false} sx={{ mb: 2 }}>
          {say('appraisals.suggestion')}
        </Alert>
      )}
      {isAmbiguous && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('appraisals.ambiguousHelp')}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(190px, 100%), 1fr))', mb: 2 }}>
        <Figure
          label={say('appraisals.result')}
          value={appraisal.resultRating ? <LevelChip level={appraisal.resultRating} /> : '–'}
          note={say('appraisals.shares', {
            above: format.share(Number(appraisal.shareAbove ?? 0), 1),
            below: format.share(Number(appraisal.shareBelow ?? 0), 1),
          })}
        />
        <Figure
          label={say('appraisals.behaviour')}
          value={appraisal.behaviourRating ? <LevelChip level={appraisal.behaviourRating} /> : '–'}
        />
        <Figure
          label={say('appraisals.score')}
          value={format.fixed(appraisal.weightedScore, 2)}
          note={say('appraisals.scoreHelp')}
        />
        <Figure label={say('appraisals.excluded')} value={format.percent(appraisal.excludedWeightPct)} />
        <Figure
          label={say('appraisals.computed')}
          value={<Box sx={{ fontSize: '1rem' }}>{format.instant(appraisal.computedAt)}</Box>}
          note={say('appraisals.rules', { version: appraisal.rulesVersion, system: label('system', appraisal.system) })}
        />
      </Box>
    </>
  )
}
