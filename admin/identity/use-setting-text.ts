import { useCallback } from 'react'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'

/** The text of a setting as people read it: with its unit, words for a choice, yes or no for a flag, and a word for nothing. */
export function useSettingText(): (value: string, unit: string | null) => string {
  const say = useSay()
  const label = useCodeLabel()
  return useCallback(
    (value, unit) => {
      if (value === '') return say('settings.empty')
      if (value === 'true' || value === 'false') return say(value === 'true' ? 'settings.yes' : 'settings.no')
      return unit === null ? label('settingValue', value) : `${value} ${unit}`
    },
    [say, label],
  )
}
