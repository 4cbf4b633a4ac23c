import { useTranslate } from 'ra-core'
import { useCallback } from 'react'
import { useFormat } from '../frame/format.ts'
import { type CodeGroup, codeMessages } from '../frame/language/codes.ts'
import { codesOf } from '../frame/language/use-say.ts'

export function isPredikatCode(value: string | null): boolean {
  return value !== null && `predikat.${value}` in codeMessages
}

export function isNumeric(value: string | null): value is string {
  return value !== null && value !== '' && Number.isFinite(Number(value))
}

/** The groups whose codes an explanation mentions. */
const groups: readonly CodeGroup[] = [
  'levelShort',
  'predikat',
  'noPredikatReason',
  'polarity',
  'aggregation',
  'measureUnit',
  'evidenceKind',
  'rhkKind',
  'missingReason',
  'realisationState',
  'ikiStatus',
]
const keysByCode = new Map(groups.flatMap((group) => codesOf(group).map(({ id, name }) => [id, name] as const)))

/** Shows what a step took in or gave out: a number, a day, or a code of the server by its label. */
export function useNodeValue(): (value: string | null) => string {
  const format = useFormat()
  const translate = useTranslate()
  return useCallback(
    (value) => {
      if (value === null || value === '') return '–'
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value)
      if (isNumeric(value)) return format.number(value, 6)
      const key = keysByCode.get(value)
      return key ? translate(key) : value
    },
    [format, translate],
  )
}
