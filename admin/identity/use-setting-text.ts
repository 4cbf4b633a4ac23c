import { useCallback } from 'react'
import { useSay } from '../frame/language/use-say.ts'

/** The text of a setting as people read it: with its unit, yes or no for a flag, and a word for nothing. */
export function useSettingText(): (value: string, unit: string | null) => string {
  const say = useSay()
  return useCallback(
    (value, unit) => {
      if (value === '') return say('settings.empty')
      if (value === 'true' || value === 'false') return say(value === 'true' ? 'settings.yes' : 'settings.no')
      return unit === null ? value : `${value} ${unit}`
    },
    [say],
  )
}
