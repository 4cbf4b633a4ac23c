import { AutocompleteInput, ReferenceInput } from 'react-admin'
import type { PersonInputProps } from './PersonInput.tsx'

type Person = { id: string; nip: string; fullName: string }

/** The input itself, loaded apart from the pages that show it. */
export default function PersonAutocomplete({ source, label, helperText, validate }: PersonInputProps) {
  return (
    <ReferenceInput source={source} reference="employees" sort={{ field: 'name', order: 'ASC' }}>
      <AutocompleteInput
        label={label}
        helperText={helperText ?? false}
        {...(validate ? { validate } : {})}
        optionText={(person: Person | undefined) => (person ? `${person.fullName} · ${person.nip}` : '')}
        filterToQuery={(search: string) => ({ search })}
      />
    </ReferenceInput>
  )
}
