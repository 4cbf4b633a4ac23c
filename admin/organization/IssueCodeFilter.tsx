import { SelectInput, type SelectInputProps } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { DATA_ISSUE_COUNTS } from './data.ts'

/** Chooses a kind of problem by the label that the server gives it. */
export function IssueCodeFilter(props: SelectInputProps) {
  const { data } = useRead(DATA_ISSUE_COUNTS, {})
  const choices = (data?.dataIssueCounts ?? []).map(({ code, label }) => ({ id: code, name: label }))
  return <SelectInput choices={choices} translateChoice={false} helperText={false} {...props} sx={{ minWidth: 240 }} />
}
