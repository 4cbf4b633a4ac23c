import { AutocompleteInput, ReferenceInput, type Validator } from 'react-admin'
import type { MessageKey } from '../language/messages.ts'

type Person = { id: string; nip: string; fullName: string }
type Props = { source: string; label: MessageKey; helperText?: MessageKey; validate?: Validator; alwaysOn?: boolean }

/** Chooses an employee by part of the name or of the NIP. */
export function PersonInput({ source, label, helperText, validate }: Props) {
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
