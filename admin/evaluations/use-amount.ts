import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'

/** How amounts of an outcome are shown: shares of cases as per cent and percentage points, other values as they are. */
export function useAmount(isShare: boolean) {
  const say = useSay()
  const format = useFormat()
  const scaled = (value: string) => (isShare ? Number(value) * 100 : Number(value))
  return {
    scaled,
    level: (value: string) => (isShare ? format.percent(String(scaled(value)), 1) : format.number(value, 2)),
    change: (value: string | null) => {
      if (value === null) return '–'
      const sign = Number(value) > 0 ? '+' : ''
      return isShare
        ? say('impact.points', { value: `${sign}${format.number(String(scaled(value)), 1)}` })
        : `${sign}${format.number(value, 2)}`
    },
  }
}
