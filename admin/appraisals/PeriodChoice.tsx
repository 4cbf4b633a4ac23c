import { MenuItem, TextField } from '@mui/material'
import { useSay } from '../frame/language/use-say.ts'

type Props = {
  periods: readonly { id: string; key: string }[]
  /** The key of the chosen period; one that is not among them shows as no choice. */
  value: string | null
  onChange: (key: string) => void
}

/** Chooses the period of a page by its key. */
export function PeriodChoice({ periods, value, onChange }: Props) {
  const say = useSay()
  return (
    <TextField
      select
      label={say('appraisals.period')}
      value={periods.some(({ key }) => key === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      fullWidth={false}
      sx={{ minWidth: 160 }}
    >
      {periods.map(({ id, key }) => (
        <MenuItem key={id} value={key}>
          {key}
        </MenuItem>
      ))}
    </TextField>
  )
}
