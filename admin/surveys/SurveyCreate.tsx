import { Box, Card } from '@mui/material'
import { required, Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { PeriodInput } from '../appraisals/PeriodInput.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { DRAFT_SURVEY, unsurCodes } from './data.ts'
import { contentOf, SurveyInputs } from './SurveyInputs.tsx'

/** A new survey with all nine elements. */
export default function SurveyCreate() {
  const navigate = useNavigate()
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="surveys.create" />
      <Card sx={{ p: { xs: 1.5, sm: 2.5 } }}>
        <FormFrame
          document={DRAFT_SURVEY}
          about={null}
          initial={{ title: 'Survei Kepuasan Masyarakat', access: 'TICKET', unsur: [...unsurCodes] }}
          variables={(values) => ({ input: { unitId: values.unitId, periodKey: values.periodKey, ...contentOf(values) } })}
          submit="surveys.save"
          done="surveys.saved"
          onDone={({ draftSurvey }) => navigate(`/surveys/${draftSurvey.id}/show`)}
          onCancel={() => navigate('/surveys')}
          warnWhenUnsaved
        >
          <UnitInput source="unitId" label="surveys.unit" validate={required()} />
          <PeriodInput source="periodKey" label="surveys.period" />
          <SurveyInputs />
        </FormFrame>
      </Card>
    </Box>
  )
}
