import { Box, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { MeasurementDetail } from './data.ts'

type QualityPart = 'isComplete' | 'isOnTime' | 'isVerified' | 'isTraceable'

/** The four parts of the data quality, each with its words. */
export const qualityParts: readonly { part: QualityPart; label: MessageKey }[] = [
  { part: 'isComplete', label: 'measurements.isComplete' },
  { part: 'isOnTime', label: 'measurements.isOnTime' },
  { part: 'isVerified', label: 'measurements.isVerified' },
  { part: 'isTraceable', label: 'measurements.isTraceable' },
]

/** The data quality q with its four parts of 0.25 each (LOCAL). */
export function QualityParts({ measurement }: { measurement: MeasurementDetail }) {
  const say = useSay()
  const format = useFormat()
  const parts = qualityParts.map(({ part, label }) => ({ label, holds: measurement[part] }))
  return (
    <>
      <Typography sx={{ fontWeight: 650, fontSize: 22 }}>{format.fixed(measurement.quality, 2)}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        {parts.map(({ label, holds }) => (
          <Box component="li" key={label} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            {say(label)}
            <ToneChip
              tone={holds ? 'good' : 'warn'}
              label={`${say(holds ? 'measurements.holds' : 'measurements.fails')} · ${format.fixed(holds ? 0.25 : 0, 2)}`}
            />
          </Box>
        ))}
      </Box>
    </>
  )
}
