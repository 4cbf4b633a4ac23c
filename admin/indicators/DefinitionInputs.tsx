import AddIcon from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import {
  ArrayInput,
  DateInput,
  NumberInput,
  required,
  SelectArrayInput,
  SimpleFormIterator,
  TextArrayInput,
  TextInput,
  useSimpleFormIterator,
} from 'react-admin'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { readableDecimal } from '../frame/form/decimal.ts'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { codesOf, useSay } from '../frame/language/use-say.ts'

/** The inputs of a definition, grouped as a person thinks about it: what, how measured, from where, how weighed. */
export function DefinitionInputs() {
  return (
    <>
      <Section title="indicators.what" help="indicators.whatHelp">
        <InputGrid>
          <TextInput source="name" label="indicators.name" helperText="indicators.nameHelp" validate={required()} />
          <CodeInput source="aspect" group="aspect" label="indicators.aspect" validate={required()} />
          <CodeInput source="polarity" group="polarity" label="indicators.polarity" validate={required()} />
          <CodeInput source="unit" group="measureUnit" label="indicators.unit" validate={required()} />
          <CodeInput source="targetRule" group="targetRule" label="indicators.targetRule" validate={required()} />
          <TextInput
            source="target"
            label="indicators.target"
            helperText="indicators.targetHelp"
            validate={readableDecimal}
            inputMode="decimal"
          />
          <TextInput
            source="targetMin"
            label="indicators.targetMin"
            helperText={false}
            validate={readableDecimal}
            inputMode="decimal"
          />
          <TextInput
            source="targetMax"
            label="indicators.targetMax"
            helperText={false}
            validate={readableDecimal}
            inputMode="decimal"
          />
          <TextInput
            source="tolerancePct"
            label="indicators.tolerance"
            helperText={false}
            validate={readableDecimal}
            inputMode="decimal"
          />
          <TextInput
            source="maxValue"
            label="indicators.maxValue"
            helperText="indicators.maxValueHelp"
            validate={readableDecimal}
            inputMode="decimal"
          />
        </InputGrid>
      </Section>
      <Section title="indicators.how" help="indicators.howHelp">
        <InputGrid>
          <CodeInput source="aggregation" group="aggregation" label="indicators.aggregation" validate={required()} />
          <TextInput
            source="factor"
            label="indicators.factor"
            helperText="indicators.factorHelp"
            validate={readableDecimal}
            inputMode="decimal"
          />
          <CodeInput source="frequency" group="frequency" label="indicators.frequency" validate={required()} />
          <CodeInput source="attribution" group="attribution" label="indicators.attribution" validate={required()} />
          <TextInput
            source="minDenominator"
            label="indicators.minDenominator"
            helperText="indicators.minDenominatorHelp"
            validate={readableDecimal}
            inputMode="decimal"
          />
          <NumberInput source="lagDays" label="indicators.lagDays" helperText={false} min={0} />
        </InputGrid>
        <TextInput source="formulaText" label="indicators.formula" helperText={false} multiline fullWidth />
        <InputGrid>
          <TextInput source="numeratorText" label="indicators.numerator" helperText={false} multiline />
          <TextInput source="denominatorText" label="indicators.denominator" helperText={false} multiline />
          <TextInput source="exclusions" label="indicators.exclusions" helperText={false} multiline />
          <TextInput source="baselinePeriod" label="indicators.baselinePeriod" helperText={false} />
        </InputGrid>
      </Section>
      <Section title="indicators.source" help="indicators.sourceHelp">
        <InputGrid>
          <TextInput source="sourceSystem" label="indicators.sourceSystem" helperText={false} validate={required()} />
          <TextInput source="sourceOwner" label="indicators.sourceOwner" helperText={false} validate={required()} />
          <SelectArrayInput
            source="evidenceTypes"
            label="indicators.evidence"
            choices={codesOf('evidenceKind')}
            helperText={false}
          />
          <TextInput source="counterIndicatorCode" label="indicators.counter" helperText="indicators.counterHelp" />
          <TextArrayInput source="caseMixVariables" label="indicators.caseMix" helperText={false} />
          <DateInput source="effectiveFrom" label="indicators.effectiveFrom" helperText={false} validate={required()} />
        </InputGrid>
        <TextInput source="gamingRisks" label="indicators.gamingRisks" helperText={false} multiline fullWidth />
      </Section>
      <Section title="indicators.weights" help="indicators.weightsHelp">
        <InputGrid>
          <TextInput
            source="levelLow"
            label="indicators.levelLow"
            helperText="indicators.levelHelp"
            validate={readableDecimal}
            inputMode="decimal"
          />
          <TextInput
            source="levelHigh"
            label="indicators.levelHigh"
            helperText={false}
            validate={readableDecimal}
            inputMode="decimal"
          />
        </InputGrid>
        <ArrayInput source="familyWeights" label={false} helperText={false}>
          <SimpleFormIterator inline disableReordering addButton={<AddWeightButton />}>
            <TextInput source="family" label="indicators.family" helperText={false} validate={required()} />
            <TextInput
              source="weight"
              label="indicators.weight"
              helperText={false}
              validate={[required(), readableDecimal]}
              inputMode="decimal"
            />
            <TextInput
              source="weightMin"
              label="indicators.weightMin"
              helperText={false}
              validate={readableDecimal}
              inputMode="decimal"
            />
            <TextInput
              source="weightMax"
              label="indicators.weightMax"
              helperText={false}
              validate={readableDecimal}
              inputMode="decimal"
            />
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
    </>
  )
}

function AddWeightButton() {
  const say = useSay()
  const { add } = useSimpleFormIterator()
  return (
    <Button size="small" startIcon={<AddIcon />} onClick={() => add({})}>
      {say('indicators.addWeight')}
    </Button>
  )
}
