import { Alert, Box, Typography } from '@mui/material'
import { type Fact, Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { AppraisalLife } from './data.ts'

/** How far the appraisal has come, what is due when, and everything that people wrote about it. */
export function LifeSection({ appraisal }: { appraisal: AppraisalLife }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { deadlines, timeline, finalCause } = appraisal
  const due: Fact[] = [
    { label: 'life.selfAssessUntil', value: format.instant(deadlines.selfAssessUntil) },
    { label: 'life.rateUntil', value: format.instant(deadlines.rateUntil) },
    ...(deadlines.objectionUntil
      ? [{ label: 'life.objectionUntil' as const, value: format.instant(deadlines.objectionUntil) }]
      : []),
    ...(finalCause ? [{ label: 'life.finalCause' as const, value: label('finalCause', finalCause) }] : []),
  ]
  return (
    <Section title="life.title" help="life.help">
      <Box
        component="ol"
        aria-label={say('life.timeline')}
        sx={{ m: 0, mb: 2, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}
      >
        {timeline.map(({ state, at }) => (
          <Box component="li" key={state} sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 1, pr: 2 }}>
            <Typography sx={{ fontWeight: 600 }}>{label('appraisalState', state)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {format.instant(at)}
            </Typography>
          </Box>
        ))}
      </Box>
      <Facts facts={due} />
      <Words appraisal={appraisal} />
    </Section>
  )
}

/** The self-assessment, the reasons of the penilai and of moderation, each in the words of whoever gave them. */
export function Words({ appraisal }: { appraisal: AppraisalLife }) {
  const say = useSay()
  const label = useCodeLabel()
  const { selfAssessedResults, resultOverride, behaviourOverride } = appraisal
  const reason = (category: string | null, text: string | null) =>
    text === null ? null : `${category ? `${label('overrideCategory', category)}: ` : ''}${text}`
  const said: { label: MessageKey; text: string | null }[] = [
    { label: 'life.selfAssessment', text: appraisal.selfAssessment },
    { label: 'life.resultReason', text: reason(resultOverride, appraisal.resultReason) },
    { label: 'life.behaviourReason', text: reason(behaviourOverride, appraisal.behaviourReason) },
    { label: 'life.basis', text: appraisal.qualitativeBasis },
    { label: 'life.returnReason', text: appraisal.returnReason },
  ]
  return (
    <>
      {appraisal.isSelfAssessmentSkipped && (
        <Alert severity="info" sx={{ mt: 1.5 }}>
          {say('life.skipped')}
        </Alert>
      )}
      {said.map(
        ({ label: heading, text }) =>
          text !== null && (
            <Box key={heading} sx={{ mt: 1.5 }}>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {say(heading)}
              </Typography>
              <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{text}</Typography>
            </Box>
          ),
      )}
      {selfAssessedResults.length > 0 && (
        <Box component="ul" sx={{ mt: 0.5, mb: 0, pl: 2.5 }}>
          {selfAssessedResults.map(({ number, text }) => (
            <Typography component="li" key={number} sx={{ overflowWrap: 'anywhere' }}>
              {say('life.ofResult', { number })} {text}
            </Typography>
          ))}
        </Box>
      )}
    </>
  )
}
