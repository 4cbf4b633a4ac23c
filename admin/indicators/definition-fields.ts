import { decimalSent, decimalShown } from '../frame/form/decimal.ts'
import type { CodeGroup } from '../frame/language/codes.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import type { Language } from '../frame/preferences.ts'
import type { Definition } from './data.ts'

export type Field = { label: MessageKey; group?: CodeGroup }

/** The fields of a definition in the order in which they are read, each with its label. */
export const definitionFields = {
  name: { label: 'indicators.name' },
  aspect: { label: 'indicators.aspect', group: 'aspect' },
  unit: { label: 'indicators.unit', group: 'measureUnit' },
  polarity: { label: 'indicators.polarity', group: 'polarity' },
  aggregation: { label: 'indicators.aggregation', group: 'aggregation' },
  factor: { label: 'indicators.factor' },
  frequency: { label: 'indicators.frequency', group: 'frequency' },
  attribution: { label: 'indicators.attribution', group: 'attribution' },
  formulaText: { label: 'indicators.formula' },
  numeratorText: { label: 'indicators.numerator' },
  denominatorText: { label: 'indicators.denominator' },
  exclusions: { label: 'indicators.exclusions' },
  targetRule: { label: 'indicators.targetRule', group: 'targetRule' },
  target: { label: 'indicators.target' },
  targetMin: { label: 'indicators.targetMin' },
  targetMax: { label: 'indicators.targetMax' },
  tolerancePct: { label: 'indicators.tolerance' },
  maxValue: { label: 'indicators.maxValue' },
  minDenominator: { label: 'indicators.minDenominator' },
  levelLow: { label: 'indicators.levelLow' },
  levelHigh: { label: 'indicators.levelHigh' },
  sourceSystem: { label: 'indicators.sourceSystem' },
  sourceOwner: { label: 'indicators.sourceOwner' },
  evidenceTypes: { label: 'indicators.evidence', group: 'evidenceKind' },
  gamingRisks: { label: 'indicators.gamingRisks' },
  counterIndicatorCode: { label: 'indicators.counter' },
  lagDays: { label: 'indicators.lagDays' },
  baselinePeriod: { label: 'indicators.baselinePeriod' },
  caseMixVariables: { label: 'indicators.caseMix' },
  effectiveFrom: { label: 'indicators.effectiveFrom' },
  familyWeights: { label: 'indicators.weights' },
} as const satisfies Record<keyof Definition, Field>

export const definitionKeys = Object.keys(definitionFields) as (keyof Definition)[]

/** Texts of which an empty one is sent empty, not as nothing. */
const requiredTexts = new Set<keyof Definition>(['formulaText', 'numeratorText', 'denominatorText', 'exclusions', 'gamingRisks'])
/** Fields that hold an exact decimal. */
export const decimals: readonly (keyof Definition)[] = [
  'factor',
  'target',
  'targetMin',
  'targetMax',
  'tolerancePct',
  'maxValue',
  'minDenominator',
  'levelLow',
  'levelHigh',
]

/** Shapes what stands in the form for the server: decimals as exact text, empty optional values as null. */
export function definitionInput(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(definitionKeys.map((key) => [key, shaped(key, values[key])]))
}

function shaped(key: keyof Definition, value: unknown): unknown {
  if (requiredTexts.has(key)) return value ?? ''
  if (key === 'evidenceTypes' || key === 'caseMixVariables') return value ?? []
  if (key === 'lagDays') return Number(value ?? 0)
  if (key === 'familyWeights') {
    return (Array.isArray(value) ? value : []).map(({ family, weight, weightMin, weightMax }) => ({
      family,
      weight: decimalSent(weight),
      weightMin: decimalSent(weightMin),
      weightMax: decimalSent(weightMax),
    }))
  }
  return decimals.includes(key) ? decimalSent(value) : (value ?? null)
}

/** A draft as its form shows it: decimals the way the language writes them. */
export function definitionShown(draft: Definition, language: Language): Record<string, unknown> {
  const shown = (value: unknown) => decimalShown(value, language)
  return {
    ...draft,
    ...Object.fromEntries(decimals.map((key) => [key, shown(draft[key])])),
    familyWeights: draft.familyWeights.map(({ family, weight, weightMin, weightMax }) => ({
      family,
      weight: shown(weight),
      weightMin: shown(weightMin),
      weightMax: shown(weightMax),
    })),
  }
}
