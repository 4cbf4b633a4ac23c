import { SelectInput } from 'react-admin'
import type { MessageKey } from '../frame/language/messages.ts'
import { usePeriods } from './use-periods.ts'

type Props = { source: string; label: MessageKey; alwaysOn?: boolean }

/** Chooses a year or a quarter by its key, newest first. */
export function PeriodInput({ source, label }: Props) {
  const { periods } = usePeriods()
  return (
    <SelectInput
      source={source}
      label={label}
      helperText={false}
      choices={periods.map(({ key }) => ({ id: key, name: key }))}
      translateChoice={false}
      sx={{ minWidth: 130 }}
    />
  )
}
