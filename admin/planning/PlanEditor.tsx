import { BooleanInput, SelectInput, TextInput } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { codesOf, useCodeLabel, useLanguage } from '../frame/language/use-say.ts'
import { UPDATE_SKP } from './commands.ts'
import { type Plan, SERVABLE } from './data.ts'
import { planInput, planShown } from './plan-form.ts'
import { DecimalInput, ResultInputs } from './ResultInputs.tsx'

/** The editor of a plan. A save names the revision that it read, so that nobody overwrites the other side unseen. */
export function PlanEditor({ plan }: { plan: Plan }) {
  const language = useLanguage()
  const label = useCodeLabel()
  const [, setSearch] = useSearchParams()
  const { data } = useRead(SERVABLE, { skpId: plan.id })
  const served = (data?.servableResults ?? []).map(({ id, number, title, employeeName }) => ({
    id,
    name: `${number}. ${title} (${employeeName})`,
  }))
  const done = () => setSearch({ tab: 'content' }, { replace: true })
  return (
    <FormFrame
      document={UPDATE_SKP}
      about={plan.id}
      initial={planShown(plan, language)}
      variables={(values) => ({ input: { id: plan.id, revision: plan.revision, ...planInput(values) } })}
      submit="planForm.save"
      done="planForm.saved"
      onDone={done}
      onCancel={done}
      warnWhenUnsaved
    >
      <Section title="skps.facts">
        <InputGrid>
          <CodeInput source="approach" group="skpApproach" label="skps.approach" />
          <BooleanInput source="leadsUnit" label="skps.leadsUnit" helperText="planForm.leadsUnitHelp" />
        </InputGrid>
      </Section>
      <Section title="skps.results" help="planForm.help">
        <ResultInputs
          ofResult={
            <>
              <SelectInput
                source="servesRhkId"
                label="skps.servedResult"
                choices={served}
                helperText="planForm.servesHelp"
                translateChoice={false}
                fullWidth
              />
              <InputGrid>
                <CodeInput source="cascade" group="cascade" label="planForm.cascade" />
                <TextInput source="assignmentLetter" label="skps.letter" helperText="planForm.letterHelp" />
                <BooleanInput source="isSelfExecuted" label="planForm.selfExecuted" helperText={false} />
              </InputGrid>
              <TextInput
                source="expectation"
                label="skps.expectation"
                helperText="planForm.expectationHelp"
                multiline
                fullWidth
              />
            </>
          }
          ofIndicator={
            <>
              <DecimalInput source="tolerancePct" label="planForm.tolerance" />
              <DecimalInput source="baseline" label="planForm.baseline" />
              <TextInput source="targetReason" label="planForm.targetReason" helperText={false} />
            </>
          }
        />
      </Section>
      <Section title="skps.appendices" help="skps.appendicesHelp">
        {codesOf('appendixKind').map(({ id }) => (
          <TextInput
            key={id}
            source={`appendices.${id}`}
            label={label('appendixKind', id)}
            helperText={false}
            multiline
            minRows={2}
            fullWidth
          />
        ))}
      </Section>
      <Section title="skps.expectations" help="skps.expectationsHelp">
        {codesOf('behaviourValue').map(({ id }) => (
          <TextInput
            key={id}
            source={`expectations.${id}`}
            label={label('behaviourValue', id)}
            helperText={false}
            multiline
            fullWidth
          />
        ))}
      </Section>
    </FormFrame>
  )
}
