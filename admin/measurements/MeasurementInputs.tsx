import AddIcon from '@mui/icons-material/Add'
import { Button, Typography } from '@mui/material'
import {
  ArrayInput,
  AutocompleteInput,
  BooleanInput,
  DateInput,
  ReferenceInput,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useSimpleFormIterator,
} from 'react-admin'
import { useWatch } from 'react-hook-form'
import { usePeriods } from '../appraisals/use-periods.ts'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { readableDecimal } from '../frame/form/decimal.ts'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { MEASURED_INDICATOR, type Measured } from './data.ts'

type IndicatorChoice = { id: string; code: string; name: string }

/** What, of whom and when; then the value or the reason for having none; then what it rests on. */
export function MeasurementInputs() {
  const [indicatorId, subject, hasValue] = useWatch({ name: ['indicatorId', 'subject', 'hasValue'] })
  const { data } = useRead(MEASURED_INDICATOR, { id: String(indicatorId ?? '') }, { enabled: Boolean(indicatorId) })
  const version = data?.indicator.currentVersion ?? null
  const { periods } = usePeriods()
  const quarters = periods.filter(({ kind, state }) => kind === 'QUARTER' && state === 'OPEN')
  return (
    <>
      <Section title="measurements.what">
        <InputGrid>
          <ReferenceInput
            source="indicatorId"
            reference="indicators"
            sort={{ field: 'code', order: 'ASC' }}
            filter={{ state: 'AKTIF' }}
          >
            <AutocompleteInput
              label="measurements.indicator"
              helperText={false}
              validate={required()}
              optionText={(row: IndicatorChoice | undefined) => (row ? `${row.code} · ${row.name}` : '')}
              filterToQuery={(search: string) => ({ search })}
            />
          </ReferenceInput>
          <SelectInput
            source="periodKey"
            label="measurements.quarter"
            helperText="measurements.quarterHelp"
            choices={quarters.map(({ key }) => ({ id: key, name: key }))}
            translateChoice={false}
            validate={required()}
          />
          <SelectInput
            source="subject"
            label="measurements.subjectKind"
            helperText={false}
            choices={[
              { id: 'EMPLOYEE', name: 'measurements.ofPerson' },
              { id: 'UNIT', name: 'measurements.ofUnit' },
            ]}
            validate={required()}
          />
          {subject === 'UNIT' ? (
            <UnitInput source="unitId" label="employees.unit" validate={required()} />
          ) : (
            <PersonInput source="employeeId" label="measurements.person" validate={required()} />
          )}
        </InputGrid>
      </Section>
      <Section title="measurements.measured">
        {version && <Hint version={version} />}
        <BooleanInput source="hasValue" label="measurements.hasValue" helperText={false} />
        <InputGrid>
          {hasValue ? (
            <>
              <TextInput
                source="value"
                label="measurements.value"
                helperText="indicators.targetHelp"
                validate={readableDecimal}
                inputMode="decimal"
              />
              {version?.aggregation !== 'JUMLAH' && (
                <>
                  <TextInput
                    source="numerator"
                    label="measurements.numerator"
                    helperText={false}
                    validate={readableDecimal}
                    inputMode="decimal"
                  />
                  <TextInput
                    source="denominator"
                    label="measurements.denominator"
                    helperText={false}
                    validate={readableDecimal}
                    inputMode="decimal"
                  />
                </>
              )}
            </>
          ) : (
            <CodeInput
              source="missingReason"
              group="missingReason"
              label="measurements.missingReason"
              helperText="measurements.missingHelp"
              validate={required()}
            />
          )}
          <DateInput
            source="measuredOn"
            label="measurements.measuredOn"
            helperText="measurements.measuredOnHelp"
            validate={required()}
          />
          <TextInput source="source" label="measurements.source" helperText="measurements.sourceHelp" validate={required()} />
        </InputGrid>
        <TextInput source="note" label="measurements.note" helperText={false} multiline fullWidth />
      </Section>
      <Section title="measurements.evidence" help="measurements.evidenceHelp">
        <ArrayInput source="evidence" label={false} helperText={false}>
          <SimpleFormIterator inline disableReordering addButton={<AddEvidenceButton />}>
            <CodeInput source="kind" group="evidenceKind" label="measurements.kind" validate={required()} />
            <TextInput source="description" label="measurements.description" helperText={false} validate={required()} />
            <TextInput source="url" label="measurements.url" helperText={false} inputMode="url" />
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
    </>
  )
}

/** What the indicator asks of a measurement: its unit, its parts and the evidence that it needs. */
function Hint({ version }: { version: NonNullable<Measured['currentVersion']> }) {
  const say = useSay()
  const label = useCodeLabel()
  const { unit, aggregation, evidenceTypes } = version
  return (
    <Typography sx={{ color: 'text.secondary', mb: 1 }}>
      {say('measurements.asks', { unit: label('measureUnit', unit), aggregation: label('aggregation', aggregation) })}{' '}
      {evidenceTypes.length > 0 &&
        say('measurements.needs', { kinds: evidenceTypes.map((kind) => label('evidenceKind', kind)).join(', ') })}
    </Typography>
  )
}

function AddEvidenceButton() {
  const say = useSay()
  const { add } = useSimpleFormIterator()
  return (
    <Button size="small" startIcon={<AddIcon />} onClick={() => add({})}>
      {say('measurements.addEvidence')}
    </Button>
  )
}
