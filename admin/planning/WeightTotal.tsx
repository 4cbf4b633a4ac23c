import { Box, Typography } from '@mui/material'
import { useWatch } from 'react-hook-form'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { weightTotal } from './plan-form.ts'

/** The sum of the weights while somebody types, and how far it is from 100. */
export function WeightTotal() {
  const say = useSay()
  const format = useFormat()
  const { total, open, isWhole } = weightTotal(useWatch({ name: 'rhk' }))
  const missing = 100 - total
  const words = isWhole
    ? say(open > 0 ? 'planForm.shared' : 'planForm.whole', { rest: format.number(missing, 4), open })
    : say(missing > 0 ? 'planForm.missing' : 'planForm.over', { rest: format.number(Math.abs(missing), 4) })
  return (
    <Box role="status" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 1 }}>
      <Typography component="span" sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
        {say('planForm.total', { total: format.percent(total, 4) })}
      </Typography>
      <ToneChip tone={isWhole ? 'good' : 'bad'} label={words} />
    </Box>
  )
}
