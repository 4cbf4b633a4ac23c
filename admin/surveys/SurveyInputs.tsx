import { ArrayInput, CheckboxGroupInput, DateInput, NumberInput, required, SimpleFormIterator, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import type { Values } from '../frame/form/FormFrame.tsx'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { IndicatorInput } from '../planning/IndicatorInput.tsx'
import { unsurCodes } from './data.ts'

/** What a survey is made of, as its commands take it. */
export function contentOf({ title, access, population, indicatorId, opensOn, closesOn, unsur, questions }: Values) {
  const own = (questions ?? []) as { textId: string; textEn: string }[]
  return {
    ...{ title, access, opensOn, closesOn, unsur },
    population: population ?? null,
    indicatorId: indicatorId || null,
    questions: own.map(({ textId, textEn }) => ({ textId, textEn })),
  }
}

export function SurveyInputs() {
  const label = useCodeLabel()
  return (
    <>
      <TextInput source="title" label="surveys.name" validate={required()} helperText={false} />
      <DateInput source="opensOn" label="surveys.opensOn" validate={required()} helperText={false} />
      <DateInput source="closesOn" label="surveys.closesOn" validate={required()} helperText={false} />
      <CodeInput source="access" group="surveyAccess" label="surveys.access" validate={required()} />
      <NumberInput source="population" label="surveys.population" helperText={false} min={1} />
      <IndicatorInput source="indicatorId" />
      <CheckboxGroupInput
        source="unsur"
        label="surveys.unsur"
        helperText={false}
        validate={required()}
        choices={unsurCodes.map((code) => ({ id: code, name: label('surveyQuestion', code) }))}
        translateChoice={false}
        row={false}
      />
      <ArrayInput source="questions" label="surveys.own" helperText={false}>
        <SimpleFormIterator disableReordering>
          <TextInput source="textId" label="surveys.textId" validate={required()} helperText={false} fullWidth />
          <TextInput source="textEn" label="surveys.textEn" validate={required()} helperText={false} fullWidth />
        </SimpleFormIterator>
      </ArrayInput>
    </>
  )
}
