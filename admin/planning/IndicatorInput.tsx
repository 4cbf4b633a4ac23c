import { AutocompleteInput, ReferenceInput, type Validator } from 'react-admin'

type Choice = { id: string; code: string; name: string }

/** Chooses an indicator in force by part of its code or name. */
export function IndicatorInput({ source, validate }: { source: string; validate?: Validator }) {
  return (
    <ReferenceInput source={source} reference="indicators" sort={{ field: 'code', order: 'ASC' }} filter={{ state: 'AKTIF' }}>
      <AutocompleteInput
        label="skps.indicator"
        helperText={false}
        {...(validate ? { validate } : {})}
        optionText={(choice: Choice | undefined) => (choice ? `${choice.code} · ${choice.name}` : '')}
        filterToQuery={(search: string) => ({ search })}
        // A new line has the focus at once and shows its choices: they belong to the page, not behind it.
        slotProps={{ popper: { disablePortal: true } }}
        sx={{ minWidth: 260, flex: '1 1 260px' }}
      />
    </ReferenceInput>
  )
}
