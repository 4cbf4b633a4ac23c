import { AutocompleteInput, ReferenceInput } from 'react-admin'
import type { UnitInputProps } from './UnitInput.tsx'

type UnitChoice = { id: string; code: string; name: string }

/** The input itself, loaded apart from the pages that show it: choosing while typing is the largest part of all inputs. */
export default function UnitAutocomplete({ source, label, helperText, validate }: UnitInputProps) {
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
