import { Typography } from '@mui/material'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { WhatIf } from './what-if.ts'

/** What the rank coefficients say, as a sentence: over the whole city, and inside the units, where people are compared with their own colleagues. */
export function WhatIfRanks({ rankStability, unitRanks }: Pick<WhatIf, 'rankStability' | 'unitRanks'>) {
  const say = useSay()
  const format = useFormat()
  const { coefficient, units, reordered } = unitRanks
  return (
    <Typography sx={{ mb: 1, maxWidth: '75ch' }}>
      {rankStability !== null && say(wordsOf(rankStability), { coefficient: format.number(rankStability, 3) })}{' '}
      {coefficient === null
        ? say('whatIf.noUnitRanks')
        : say('whatIf.unitRanks', {
            units: format.number(units),
            reordered: format.number(reordered),
            coefficient: format.number(coefficient, 3),
          })}
    </Typography>
  )
}

/** Words for a coefficient: the same order, nearly, partly, or hardly (LOCAL bands). */
function wordsOf(coefficient: string) {
  const value = Number(coefficient)
  if (value === 1) return 'whatIf.ranksSame'
  if (value >= 0.95) return 'whatIf.ranksNear'
  return value >= 0.8 ? 'whatIf.ranksPartly' : 'whatIf.ranksHardly'
}
