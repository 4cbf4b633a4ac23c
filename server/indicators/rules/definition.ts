import { createHash } from 'node:crypto'
import type {
  Aggregation,
  Aspect,
  Attribution,
  EvidenceKind,
  Frequency,
  MeasureUnit,
  TargetRule,
} from '../../generated/prisma/client.ts'
import { exact, type Numeric } from '../../math.ts'
import type { Polarity } from './target.ts'

/** Weight of an indicator in the plans of one position family, in per cent of a plan, with the range that a plan may choose from. */
export type Weight = {
  readonly family: string
  readonly weight: Numeric
  readonly weightMin: Numeric | null
  readonly weightMax: Numeric | null
}

/** What an indicator measures and how (domain B1): everything that an appraisal relies on, nothing of its standing. */
export type Definition = {
  readonly name: string
  readonly aspect: Aspect
  readonly unit: MeasureUnit
  readonly polarity: Polarity
  readonly aggregation: Aggregation
  readonly factor: Numeric
  readonly frequency: Frequency
  readonly attribution: Attribution
  readonly formulaText: string
  readonly numeratorText: string
  readonly denominatorText: string
  readonly exclusions: string
  readonly targetRule: TargetRule
  readonly target: Numeric | null
  readonly targetMin: Numeric | null
  readonly targetMax: Numeric | null
  readonly tolerancePct: Numeric | null
  readonly maxValue: Numeric | null
  readonly minDenominator: Numeric | null
  readonly levelLow: Numeric | null
  readonly levelHigh: Numeric | null
  readonly sourceSystem: string
  readonly sourceOwner: string
  readonly evidenceTypes: readonly EvidenceKind[]
  readonly gamingRisks: string
  readonly counterIndicatorCode: string | null
  readonly lagDays: number
  readonly baselinePeriod: string | null
  readonly caseMixVariables: readonly string[]
  readonly effectiveFrom: Date
  readonly familyWeights: readonly Weight[]
}

export type DefinitionField = keyof Definition

type Content = Omit<Definition, 'familyWeights'>

const contentFields = {
  name: true,
  aspect: true,
  unit: true,
  polarity: true,
  aggregation: true,
  factor: true,
  frequency: true,
  attribution: true,
  formulaText: true,
  numeratorText: true,
  denominatorText: true,
  exclusions: true,
  targetRule: true,
  target: true,
  targetMin: true,
  targetMax: true,
  tolerancePct: true,
  maxValue: true,
  minDenominator: true,
  levelLow: true,
  levelHigh: true,
  sourceSystem: true,
  sourceOwner: true,
  evidenceTypes: true,
  gamingRisks: true,
  counterIndicatorCode: true,
  lagDays: true,
  baselinePeriod: true,
  caseMixVariables: true,
  effectiveFrom: true,
} as const satisfies Record<keyof Content, true>

/** A definition while somebody writes it: nothing but the closed choices need be there yet. */
export type WrittenDefinition = Pick<Definition, 'aspect' | 'unit' | 'polarity' | 'aggregation' | 'frequency' | 'attribution'> & {
  readonly [Field in Exclude<DefinitionField, 'familyWeights'>]?: Definition[Field] | null | undefined
} & {
  readonly familyWeights?: readonly (Pick<Weight, 'family' | 'weight'> & Partial<Weight>)[] | null | undefined
}

/** What would be stored if it were saved now: texts empty, amounts absent and choices as a new draft has them; in force from `today` unless stated. */
export function writtenDefinition(written: WrittenDefinition, today: Date): Definition {
  return {
    aspect: written.aspect,
    unit: written.unit,
    polarity: written.polarity,
    aggregation: written.aggregation,
    frequency: written.frequency,
    attribution: written.attribution,
    name: written.name ?? '',
    factor: written.factor ?? '1',
    formulaText: written.formulaText ?? '',
    numeratorText: written.numeratorText ?? '',
    denominatorText: written.denominatorText ?? '',
    exclusions: written.exclusions ?? '',
    targetRule: written.targetRule ?? 'FIXED',
    target: written.target ?? null,
    targetMin: written.targetMin ?? null,
    targetMax: written.targetMax ?? null,
    tolerancePct: written.tolerancePct ?? null,
    maxValue: written.maxValue ?? null,
    minDenominator: written.minDenominator ?? null,
    levelLow: written.levelLow ?? null,
    levelHigh: written.levelHigh ?? null,
    sourceSystem: written.sourceSystem ?? '',
    sourceOwner: written.sourceOwner ?? '',
    evidenceTypes: written.evidenceTypes ?? [],
    gamingRisks: written.gamingRisks ?? '',
    counterIndicatorCode: written.counterIndicatorCode || null,
    lagDays: written.lagDays ?? 0,
    baselinePeriod: written.baselinePeriod || null,
    caseMixVariables: written.caseMixVariables ?? [],
    effectiveFrom: written.effectiveFrom ?? today,
    familyWeights: (written.familyWeights ?? []).map(({ family, weight, weightMin = null, weightMax = null }) => ({
      family,
      weight,
      weightMin,
      weightMax,
    })),
  }
}

/** What a row says about its indicator, without its weights and without the standing, the identity and the history of the row. */
export function contentOf<Row extends Content>(row: Row): Pick<Row, keyof Content> {
  return Object.fromEntries(Object.keys(contentFields).map((field) => [field, row[field as keyof Content]])) as Pick<
    Row,
    keyof Content
  >
}

/** Plain values that say the same definition in the same way: numbers as exact text, dates as YYYY-MM-DD, sets in order. */
type Canonical = Record<DefinitionField, string | null | readonly string[]>

function canonicalDefinition(definition: Definition): Canonical {
  return {
    aggregation: definition.aggregation,
    aspect: definition.aspect,
    attribution: definition.attribution,
    baselinePeriod: optional(definition.baselinePeriod, text),
    caseMixVariables: definition.caseMixVariables.map(text).sort(),
    counterIndicatorCode: definition.counterIndicatorCode,
    denominatorText: text(definition.denominatorText),
    effectiveFrom: definition.effectiveFrom.toISOString().slice(0, 10),
    evidenceTypes: [...definition.evidenceTypes].sort(),
    exclusions: text(definition.exclusions),
    factor: number(definition.factor),
    familyWeights: definition.familyWeights.map(weightText).sort(),
    formulaText: text(definition.formulaText),
    frequency: definition.frequency,
    gamingRisks: text(definition.gamingRisks),
    lagDays: String(definition.lagDays),
    levelHigh: optional(definition.levelHigh, number),
    levelLow: optional(definition.levelLow, number),
    maxValue: optional(definition.maxValue, number),
    minDenominator: optional(definition.minDenominator, number),
    name: text(definition.name),
    numeratorText: text(definition.numeratorText),
    polarity: definition.polarity,
    sourceOwner: text(definition.sourceOwner),
    sourceSystem: text(definition.sourceSystem),
    target: optional(definition.target, number),
    targetMax: optional(definition.targetMax, number),
    targetMin: optional(definition.targetMin, number),
    targetRule: definition.targetRule,
    tolerancePct: optional(definition.tolerancePct, number),
    unit: definition.unit,
  }
}

/**
 * SHA-256 in hexadecimal over the code, the version number and the canonical definition as JSON with its keys in order. Anybody who holds
 * a published version can compute it again; a changed digit anywhere gives another hash.
 */
export function contentHash(code: string, version: number, definition: Definition): string {
  const content = Object.entries(canonicalDefinition(definition)).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([code, version, Object.fromEntries(content)]))
    .digest('hex')
}

/** One field that two definitions state differently, as text to read; null where one of them states nothing. */
export type Difference = { readonly field: DefinitionField; readonly before: string | null; readonly after: string | null }

/** The fields in which `after` departs from `before`, by name. */
export function differencesOf(before: Definition, after: Definition): Difference[] {
  const [old, renewed] = [canonicalDefinition(before), canonicalDefinition(after)]
  return (Object.keys(old) as DefinitionField[])
    .map((field) => ({ field, before: readable(old[field]), after: readable(renewed[field]) }))
    .filter((difference) => difference.before !== difference.after)
}

/** `GURU=26`, or `GURU=26 (20–30)` where a plan may choose. */
function weightText({ family, weight, weightMin, weightMax }: Weight): string {
  const range =
    weightMin === null && weightMax === null ? '' : ` (${optional(weightMin, number) ?? ''}–${optional(weightMax, number) ?? ''})`
  return `${family}=${number(weight)}${range}`
}

function readable(value: Canonical[DefinitionField]): string | null {
  const shown = typeof value === 'string' || value === null ? value : value.join(', ')
  return shown === '' ? null : shown
}

function number(value: Numeric): string {
  return exact(value).toFixed()
}

/** The same letters may be stored composed or decomposed; they mean the same. */
function text(value: string): string {
  return value.normalize('NFC')
}

function optional<Value>(value: Value | null, write: (value: Value) => string): string | null {
  return value === null ? null : write(value)
}
