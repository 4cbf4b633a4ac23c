import { TextField } from '@mui/material'
import { useSay } from '../frame/language/use-say.ts'
import { leastReason } from './rating.ts'

type Props = { label: string; value: string; onChange: (text: string) => void; autoFocus?: boolean }

/** A reason in one's own words, counted while it is written until it is long enough. */
export function ReasonField({ label, value, onChange, autoFocus = false }: Props) {
  const say = useSay()
  const length = value.trim().length
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      helperText={
        length >= leastReason
          ? say('rating.longEnough', { length })
          : say('rating.counted', { length, least: leastReason, left: leastReason - length })
      }
      slotProps={{ formHelperText: { 'aria-live': 'polite' }, htmlInput: { maxLength: 4_000 } }}
      required
      multiline
      minRows={2}
      fullWidth
      autoFocus={autoFocus}
      sx={{ mt: 1.5 }}
    />
  )
}
