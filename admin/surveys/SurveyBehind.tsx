import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { SURVEY_BEHIND } from './data.ts'
import { ResultView } from './ResultView.tsx'

/** The survey behind a measurement: its official result, and the way to it; nothing where it comes from none. */
export default function SurveyBehind({ id }: { id: string }) {
  const say = useSay()
  const { data } = useRead(SURVEY_BEHIND, { id })
  const snapshot = data?.realisation.surveySnapshot
  if (!snapshot) return null
  return (
    <Section title="surveys.official">
      {snapshot.result ? <ResultView result={snapshot.result} /> : say('surveys.tooFew')}
      <Link to={`/surveys/${snapshot.survey.id}/show`}>{say('surveys.toSurvey')}</Link>
    </Section>
  )
}
