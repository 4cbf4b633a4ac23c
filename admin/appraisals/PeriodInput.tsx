import { SelectInput, useGetList } from 'react-admin'
import type { MessageKey } from '../frame/language/messages.ts'
import type { PeriodRow } from './data.ts'

type Props = { source: string; label: MessageKey; alwaysOn?: boolean }

/** Chooses a period by its key, newest first. */
export function PeriodInput({ source, label }: Props) {
  const { data = [] } = useGetList<PeriodRow>('periods', { filter: { kind: 'ANNUAL' }, pagination: { page: 1, perPage: 100 } })
  return (
    <SelectInput
      source={source}
      label={label}
      helperText={false}
      choices={data.map(({ key }) => ({ id: key, name: key }))}
      translateChoice={false}
      sx={{ minWidth: 130 }}
    />
  )
}
