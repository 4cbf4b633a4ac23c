import { Box } from '@mui/material'
import { useFormat } from '../frame/format.ts'
import type { FamilyWeights } from './weights.ts'

/** The indicators of a family as one strip, each as wide as its weight; its table twin is behind the name of the family. */
export function WeightStrip({ family: { cells, draftTotal } }: { family: FamilyWeights }) {
  const format = useFormat()
  const whole = Math.max(Number(draftTotal), 100)
  const named = cells.map(({ code, draftWeight }) => `${code} ${format.percent(draftWeight)}`).join(', ')
  return (
    <Box role="img" aria-label={named} title={named} sx={{ display: 'flex', minWidth: { xs: 120, md: 280 }, gap: '2px' }}>
      {cells.map(({ indicatorId, code, draftWeight, isUnitAttributed }) => (
        <Box
          key={indicatorId}
          sx={{
            width: `${(100 * Number(draftWeight ?? 0)) / whole}%`,
            overflow: 'hidden',
            whiteSpace: 'nowrap',
            fontSize: 11,
            lineHeight: '20px',
            px: Number(draftWeight ?? 0) > 0 ? 0.5 : 0,
            border: 1,
            borderStyle: isUnitAttributed ? 'dashed' : 'solid',
            borderColor: 'primary.main',
            borderRadius: 0.5,
            color: 'text.primary',
          }}
        >
          {code}
        </Box>
      ))}
    </Box>
  )
}
