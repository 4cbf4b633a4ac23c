import { useMemo } from 'react'
import { useLanguage } from './language/use-say.ts'
import type { Language } from './preferences.ts'

const tag = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>
/** Dates of the city are civil dates; instants are shown on its clock. */
const cityZone = 'Asia/Jakarta'

type Numeric = string | number | null | undefined

export type Format = {
  /** A number with at most `digits` decimals; the server already rounded half-up. An empty value is a dash. */
  number: (value: Numeric, digits?: number) => string
  /** A number with exactly `digits` decimals, for columns. */
  fixed: (value: Numeric, digits: number) => string
  /** A value that is already in per cent. */
  percent: (value: Numeric, digits?: number) => string
  /** A share 0–1 as per cent. */
  share: (part: number, whole: number) => string
  date: (value: string | null | undefined) => string
  instant: (value: string | null | undefined) => string
}

const dash = '–'

export function formatFor(language: Language): Format {
  const locale = tag[language]
  const number = (value: Numeric, minimum: number, maximum: number) => {
    if (value === null || value === undefined || value === '') return dash
    return new Intl.NumberFormat(locale, { minimumFractionDigits: minimum, maximumFractionDigits: maximum }).format(Number(value))
  }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: cityZone })
  return {
    number: (value, digits = 2) => number(value, 0, digits),
    fixed: (value, digits) => number(value, digits, digits),
    percent: (value, digits = 2) =>
      value === null || value === undefined ? dash : `${number(value, 0, digits)}${language === 'id' ? ' %' : '%'}`,
    share: (part, whole) =>
      whole === 0 ? dash : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole),
    date: (value) => (value ? day.format(new Date(`${value.slice(0, 10)}T00:00:00Z`)) : dash),
    instant: (value) => (value ? `${moment.format(new Date(value))}${language === 'id' ? ' WIB' : ''}` : dash),
  }
}

export function useFormat(): Format {
  const language = useLanguage()
  return useMemo(() => formatFor(language), [language])
}
