import { SelectInput } from 'react-admin'
import type { MessageKey } from '../frame/language/messages.ts'
import { useYears } from './use-years.ts'

type Props = { source: string; label: MessageKey; alwaysOn?: boolean }

/** Chooses a performance year by its key, newest first. */
export function PeriodInput({ source, label }: Props) {
  const { years } = useYears()
  return (
    <SelectInput
      source={source}
      label={label}
      helperText={false}
      choices={years.map(({ key }) => ({ id: key, name: key }))}
      translateChoice={false}
      sx={{ minWidth: 130 }}
    />
  )
}
