import { AutocompleteInput, ReferenceInput, type Validator } from 'react-admin'
import type { MessageKey } from '../language/messages.ts'

type UnitChoice = { id: string; code: string; name: string }
type Props = { source: string; label: MessageKey; helperText?: MessageKey; validate?: Validator; alwaysOn?: boolean }

/** Chooses a unit by part of its name or the start of its code. */
export function UnitInput({ source, label, helperText, validate }: Props) {
  return (
    <ReferenceInput source={source} reference="units" sort={{ field: 'code', order: 'ASC' }}>
      <AutocompleteInput
        label={label}
        helperText={helperText ?? false}
        {...(validate ? { validate } : {})}
        optionText={(unit: UnitChoice | undefined) => (unit ? `${unit.name} · ${unit.code}` : '')}
        filterToQuery={(search: string) => ({ search })}
        sx={{ minWidth: 210 }}
      />
    </ReferenceInput>
  )
}
