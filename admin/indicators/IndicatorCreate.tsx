import { Box } from '@mui/material'
import { required, TextInput, Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { Section } from '../frame/detail/Section.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { CREATE_INDICATOR } from './commands.ts'
import { DefinitionInputs } from './DefinitionInputs.tsx'
import { definitionInput } from './definition-fields.ts'
import { EditorLayout } from './EditorLayout.tsx'

const initial = {
  aspect: 'KUALITAS',
  unit: 'PERCENT',
  polarity: 'MAXIMIZE',
  aggregation: 'RATA',
  factor: '1',
  frequency: 'TRIWULAN',
  attribution: 'INDIVIDUAL',
  targetRule: 'FIXED',
  evidenceTypes: [],
  caseMixVariables: [],
  familyWeights: [],
  lagDays: 0,
}

/** A new indicator begins as a draft; nothing relies on it before it is published. */
export default function IndicatorCreate() {
  const navigate = useNavigate()
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="indicators.create" />
      <FormFrame
        document={CREATE_INDICATOR}
        about={null}
        initial={initial}
        variables={(values) => ({ input: { code: values.code, ...definitionInput(values) } })}
        submit="indicators.create"
        done="indicators.created"
        onDone={({ createIndicator }) => navigate(`/indicators/${createIndicator.id}/show`)}
        onCancel={() => navigate('/indicators')}
        warnWhenUnsaved
      >
        <EditorLayout draftId={null}>
          <Section title="indicators.code" help="indicators.codeHelp">
            <TextInput source="code" label="indicators.code" helperText={false} validate={required()} />
          </Section>
          <DefinitionInputs />
        </EditorLayout>
      </FormFrame>
    </Box>
  )
}
