import { Box, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import { CommentSection } from './CommentSection.tsx'
import type { Survey } from './data.ts'
import { FollowUpSection } from './FollowUpSection.tsx'
import { InsideSection } from './InsideSection.tsx'
import { ResultView } from './ResultView.tsx'
import { SurveySteps } from './SurveySteps.tsx'

/** One survey: what may be done now, the official result, the running one, and what follows. */
export default function SurveyShow() {
  const mayReadTrail = useMay('audit.read')
  const maySeeInside = useMay('surveys.read')
  return (
    <DetailFrame<Survey>
      heading={({ title, unit, state }) => ({
        title: `${title} · ${unit.name}`,
        chips: <StateChip group="surveyState" code={state} />,
      })}
    >
      {(survey) => (
        <>
          <SurveySteps survey={survey} />
          <About survey={survey} />
          {survey.state !== 'RANCANGAN' && <Official survey={survey} />}
          {maySeeInside && survey.state !== 'RANCANGAN' && <InsideSection survey={survey} />}
          {survey.official && <FollowUpSection followUps={survey.followUps.nodes} />}
          {survey.state !== 'RANCANGAN' && <CommentSection comments={survey.comments} />}
          {mayReadTrail && <RecordHistory ids={[survey.id]} />}
        </>
      )}
    </DetailFrame>
  )
}

function About({ survey }: { survey: Survey }) {
  const format = useFormat()
  const label = useCodeLabel()
  const { period, opensOn, closesOn, access, population, sampleSize, indicator } = survey
  return (
    <Box sx={{ mb: 2 }}>
      <Facts
        facts={[
          { label: 'surveys.period', value: period.key },
          { label: 'surveys.days', value: `${format.date(opensOn)} – ${format.date(closesOn)}` },
          { label: 'surveys.access', value: label('surveyAccess', access) },
          { label: 'surveys.population', value: format.number(population) },
          { label: 'surveys.sample', value: format.number(sampleSize) },
          { label: 'surveys.indicator', value: indicator ? `${indicator.code} · ${indicator.name}` : '–' },
        ]}
      />
    </Box>
  )
}

function Official({ survey: { official } }: { survey: Survey }) {
  const say = useSay()
  const format = useFormat()
  if (!official) {
    return (
      <Section title="surveys.official">
        <Typography sx={{ color: 'text.secondary' }}>{say('surveys.noOfficial')}</Typography>
      </Section>
    )
  }
  const { result, realisation, realisationRefusal, contentHash } = official
  return (
    <Section title="surveys.official">
      {result ? <ResultView result={result} /> : <Typography>{say('surveys.tooFew')}</Typography>}
      {realisation && (
        <Typography sx={{ mt: 2 }}>
          {`${say('surveys.realisation')}: `}
          <Link to={`/measurements/${realisation.id}/show`}>{format.number(realisation.value)}</Link>
        </Typography>
      )}
      {realisationRefusal && (
        <Typography
          sx={{ mt: 2 }}
        >{`${say('surveys.realisation')}: ${say('surveys.refused')} (${realisationRefusal})`}</Typography>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1, overflowWrap: 'anywhere' }}>
        {`${say('surveys.hash')}: ${contentHash}`}
      </Typography>
    </Section>
  )
}
