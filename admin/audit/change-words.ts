import type { Format } from '../frame/format.ts'
import type { CodeGroup } from '../frame/language/codes.ts'
import { codeMessages } from '../frame/language/codes.ts'
import { messages } from '../frame/language/messages.ts'

/** Codes that a field may hold, whatever the record. */
const groups: Record<string, readonly CodeGroup[]> = {
  type: ['unitType'],
  sex: ['sex'],
  role: ['role'],
  assignment: ['assignment'],
  polarity: ['polarity'],
  aggregation: ['aggregation'],
  aspect: ['aspect'],
  unit: ['measureUnit'],
  frequency: ['frequency'],
  attribution: ['attribution'],
  targetRule: ['targetRule'],
  evidenceKind: ['evidenceKind'],
  predikat: ['predikat'],
  state: ['issueState', 'indicatorState', 'periodState', 'realisationState', 'appraisalState', 'importState'],
}

type Words = {
  say: (key: keyof typeof messages) => string
  label: (group: CodeGroup, code: string) => string
  format: Format
}

/** The name of a changed field in words; a field that has none is shown as it is. */
export function fieldWords(field: string, { say }: Pick<Words, 'say'>): string {
  const key = `field.${field}`
  return key in messages ? say(key as keyof typeof messages) : field
}

/** A stored value in words: codes by their labels, dates and instants as they are written here, yes and no. */
export function valueWords(field: string, value: string | null, name: string | null, { say, label, format }: Words): string {
  if (name) return name
  if (value === null || value === '') return '–'
  if (value === 'true' || value === 'false') return say(value === 'true' ? 'audit.yes' : 'audit.no')
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return format.instant(value)
  const group = groups[field]?.find((candidate) => `${candidate}.${value}` in codeMessages)
  return group ? label(group, value) : value
}
