import { required, TextInput } from 'react-admin'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { ResultInputs } from './ResultInputs.tsx'

/** Name, family and results of a template. */
export function TemplateInputs() {
  return (
    <>
      <Section title="templates.facts">
        <InputGrid>
          <TextInput source="name" label="templates.name" helperText={false} validate={required()} />
          <TextInput source="family" label="templates.family" helperText="templates.familyHelp" validate={required()} />
          <CodeInput source="approach" group="skpApproach" label="skps.approach" />
        </InputGrid>
      </Section>
      <Section title="skps.results" help="planForm.help">
        <ResultInputs />
      </Section>
    </>
  )
}
