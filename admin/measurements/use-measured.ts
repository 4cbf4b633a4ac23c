import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import type { MeasurementRow } from './data.ts'

/** What was measured: the value, or the reason why there is none. */
export function useMeasured(): (measurement: Pick<MeasurementRow, 'value' | 'missingReason'>) => string {
  const label = useCodeLabel()
  const format = useFormat()
  return ({ value, missingReason }) => (value === null ? label('missingReason', missingReason ?? '') : format.number(value, 6))
}
