import { Box, FormControl, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material'
import { useId } from 'react'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import type { MessageKey } from '../frame/language/messages.ts'
import { codesOf, useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { Level } from './data.ts'
import { ReasonField } from './ReasonField.tsx'

const levels: readonly Level[] = ['DI_ATAS', 'SESUAI', 'DI_BAWAH']

type Props = {
  label: MessageKey
  suggested: Level | null
  value: Level | ''
  category: string
  reason: string
  /** The level departs from the suggestion: a kind of reason and the reason are asked for. */
  needsReason: boolean
  autoFocus?: boolean
  onChange: (change: { value?: Level; category?: string; reason?: string }) => void
}

/** One axis: three levels with the suggestion marked, and why the choice departs from it. */
export function RatingAxis({ label, suggested, value, category, reason, needsReason, autoFocus = false, onChange }: Props) {
  const say = useSay()
  const code = useCodeLabel()
  const id = useId()
  const focused = value === '' ? levels[0] : value
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, mb: 1.5 }}>
      <FormControl>
        <FormLabel id={id}>{say(label)}</FormLabel>
        <RadioGroup
          aria-labelledby={id}
          value={value}
          onChange={(_event, chosen) => onChange({ value: chosen as Level })}
          sx={{ flexDirection: { xs: 'column', sm: 'row' } }}
        >
          {levels.map((level) => (
            <FormControlLabel
              key={level}
              value={level}
              control={<Radio size="small" slotProps={{ input: { autoFocus: autoFocus && level === focused } }} />}
              label={
                <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
                  {code('levelShort', level)}
                  {level === suggested && <ToneChip tone="quiet" label={say('rating.suggested')} />}
                </Box>
              }
            />
          ))}
        </RadioGroup>
      </FormControl>
      {needsReason && (
        <Box sx={{ mt: 1 }}>
          <TextField
            select
            label={say('rating.category')}
            value={category}
            onChange={(event) => onChange({ category: event.target.value })}
            required
            fullWidth
            helperText={say('rating.categoryHelp')}
          >
            {codesOf('overrideCategory').map(({ id: one }) => (
              <MenuItem key={one} value={one}>
                {code('overrideCategory', one)}
              </MenuItem>
            ))}
          </TextField>
          <ReasonField label={say('rating.reason')} value={reason} onChange={(text) => onChange({ reason: text })} />
        </Box>
      )}
    </Box>
  )
}
