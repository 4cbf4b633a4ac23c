import { ArrayInput, AutocompleteInput, DateInput, NumberInput, required, SimpleFormIterator, TextInput } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { ConflictPreview } from './ConflictPreview.tsx'
import { PROGRAMME_CHOICES, type ProgrammeChoice } from './data.ts'

/** Everything that is written of a team; conflicts of interest stand beside it before it is saved. */
export function TeamInputs({ withUnit = false, withReason = false }: { withUnit?: boolean; withReason?: boolean }) {
  return (
    <>
      <Section title="teams.facts">
        <TextInput source="name" label="teams.name" helperText={false} validate={required()} fullWidth />
        <TextInput
          source="mandate"
          label="teams.mandate"
          helperText={false}
          validate={required()}
          multiline
          minRows={2}
          fullWidth
        />
        <InputGrid>
          {withUnit && <UnitInput source="unitId" label="teams.unit" validate={required()} />}
          <TextInput source="decreeNumber" label="teams.decreeNumber" helperText="teams.decreeLater" />
          <DateInput source="decreeOn" label="teams.decreeOn" helperText={false} />
          <DateInput source="startsOn" label="teams.startsOn" helperText={false} validate={required()} />
          <DateInput source="endsOn" label="teams.endsOn" helperText={false} validate={required()} />
          <NumberInput source="sampleSize" label="teams.sampleSize" helperText="teams.sampleHelp" min={1} max={1000} />
        </InputGrid>
        {withReason && (
          <TextInput source="reason" label="teams.reason" helperText={false} validate={required()} fullWidth multiline />
        )}
      </Section>
      <Section title="teams.members" help="teams.membersHelp">
        <ArrayInput source="members" label={false} helperText={false}>
          <SimpleFormIterator disableReordering fullWidth>
            <InputGrid>
              <PersonInput source="employeeId" label="teams.employee" />
              <TextInput source="name" label="teams.communityName" helperText={false} />
              <CodeInput source="role" group="monitoringRole" label="teams.role" validate={required()} />
              <CodeInput source="origin" group="monitoringOrigin" label="teams.origin" validate={required()} />
            </InputGrid>
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
      <Section title="teams.scopes" help="teams.scopesHelp">
        <ArrayInput source="scopes" label={false} helperText={false}>
          <SimpleFormIterator disableReordering fullWidth>
            <InputGrid>
              <UnitInput source="unitId" label="teams.scopeUnit" />
              <ProgrammeInput />
            </InputGrid>
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
      <ConflictPreview />
    </>
  )
}

const noChoices: ProgrammeChoice[] = []

function ProgrammeInput() {
  const { data } = useRead(PROGRAMME_CHOICES, { filter: {} })
  return (
    <AutocompleteInput
      source="programmeId"
      label="teams.scopeProgramme"
      helperText={false}
      choices={data?.pembinaanProgrammes.nodes ?? noChoices}
      optionText={(choice: ProgrammeChoice | undefined) => (choice ? `${choice.code} · ${choice.name}` : '')}
    />
  )
}
