import AddIcon from '@mui/icons-material/Add'
import { Box, Button } from '@mui/material'
import type { ReactNode } from 'react'
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
import { codesOf, useSay } from '../frame/language/use-say.ts'
import { decimalText } from './decimal.ts'

/** Comma or point: what the server could not read is marked before it is sent. */
const readableDecimal = (value: unknown) =>
  value === null || value === undefined || value === '' || decimalText(value) !== null ? undefined : 'decimal.unreadable'

/** The inputs of a definition, grouped as a person thinks about it: what, how measured, from where, how weighed. */
export function DefinitionInputs() {
  return (
    <>
      <Section title="indicators.what" help="indicators.whatHelp">
        <Grid>
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
        </Grid>
      </Section>
      <Section title="indicators.how" help="indicators.howHelp">
        <Grid>
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
        </Grid>
        <TextInput source="formulaText" label="indicators.formula" helperText={false} multiline fullWidth />
        <Grid>
          <TextInput source="numeratorText" label="indicators.numerator" helperText={false} multiline />
          <TextInput source="denominatorText" label="indicators.denominator" helperText={false} multiline />
          <TextInput source="exclusions" label="indicators.exclusions" helperText={false} multiline />
          <TextInput source="baselinePeriod" label="indicators.baselinePeriod" helperText={false} />
        </Grid>
      </Section>
      <Section title="indicators.source" help="indicators.sourceHelp">
        <Grid>
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
        </Grid>
        <TextInput source="gamingRisks" label="indicators.gamingRisks" helperText={false} multiline fullWidth />
      </Section>
      <Section title="indicators.weights" help="indicators.weightsHelp">
        <Grid>
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
        </Grid>
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

function Grid({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
        alignItems: 'start',
      }}
    >
      {children}
    </Box>
  )
}
