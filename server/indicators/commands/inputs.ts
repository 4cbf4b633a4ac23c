import { z } from 'zod'
import {
  Aggregation,
  Aspect,
  Attribution,
  EvidenceKind,
  Frequency,
  MeasureUnit,
  Polarity,
  TargetRule,
} from '../../generated/prisma/client.ts'
import { line } from '../../identity/commands/inputs.ts'

/** Text of several lines: trimmed, at most 4,000 characters, no control characters but line breaks and tabs. */
const paragraph = z
  .string()
  .trim()
  .max(4_000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u)

/** An amount of zero or more as exact decimal text that its column can hold. */
function amount(digits: number, places: number) {
  return z.string().regex(new RegExp(`^\\d{1,${digits}}(?:\\.\\d{1,${places}})?$`))
}

const quantity = amount(14, 6)
/** Per cent as exact decimal text, 4 decimals. */
export const percent = amount(3, 4)
const threshold = amount(3, 2)

/** A date of the calendar between 2000 and 2099, as midnight UTC. */
const day = z.date().min(new Date('2000-01-01T00:00:00Z')).max(new Date('2099-12-31T00:00:00Z'))

/** A position family in capitals. */
export const family = z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/)

const familyWeight = z.strictObject({
  family,
  weight: percent,
  weightMin: percent.nullish().transform((value) => value ?? null),
  weightMax: percent.nullish().transform((value) => value ?? null),
})

const familyWeights = z
  .array(familyWeight)
  .max(100)
  .refine((weights) => new Set(weights.map((weight) => weight.family)).size === weights.length, { error: 'Duplicate family' })

/** The code of an indicator: capitals, digits, `-`, `_` and `.`, at most 30 characters. */
export const indicatorCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9._-]{0,29}$/)

const required = {
  name: line(3, 300),
  aspect: z.enum(Aspect),
  unit: z.enum(MeasureUnit),
  polarity: z.enum(Polarity),
  aggregation: z.enum(Aggregation),
  frequency: z.enum(Frequency),
  attribution: z.enum(Attribution),
}

/** Fields with a value of their own when nothing is said: null leaves them as they are. */
const optional = {
  targetRule: z.enum(TargetRule).nullish(),
  factor: quantity.nullish(),
  lagDays: z.int().min(0).max(366).nullish(),
  effectiveFrom: day.nullish(),
  formulaText: paragraph.nullish(),
  numeratorText: paragraph.nullish(),
  denominatorText: paragraph.nullish(),
  exclusions: paragraph.nullish(),
  gamingRisks: paragraph.nullish(),
  sourceSystem: line(0, 200).nullish(),
  sourceOwner: line(0, 200).nullish(),
  evidenceTypes: z.array(z.enum(EvidenceKind)).max(5).nullish(),
  caseMixVariables: z.array(line(1, 60)).max(20).nullish(),
  familyWeights: familyWeights.nullish(),
}

/** Fields that may be empty: null empties them. */
const clearable = {
  target: quantity.nullish(),
  targetMin: quantity.nullish(),
  targetMax: quantity.nullish(),
  tolerancePct: percent.nullish(),
  maxValue: quantity.nullish(),
  minDenominator: quantity.nullish(),
  levelLow: threshold.nullish(),
  levelHigh: threshold.nullish(),
  counterIndicatorCode: indicatorCode.nullish(),
  baselinePeriod: line(1, 60).nullish(),
}

/** What a first draft must state, and what it may. */
export const newDefinition = { ...required, ...optional, ...clearable }

/** A change of a draft: what is left out stays. */
export const changedDefinition = {
  name: required.name.nullish(),
  aspect: required.aspect.nullish(),
  unit: required.unit.nullish(),
  polarity: required.polarity.nullish(),
  aggregation: required.aggregation.nullish(),
  frequency: required.frequency.nullish(),
  attribution: required.attribution.nullish(),
  ...optional,
  ...clearable,
}

const keepsOnNull = { ...required, ...optional }

/** The columns that an input states: without what it leaves out, and without null where a column cannot be empty. */
export function stated<Input extends object>(input: Input): { [Key in keyof Input]: Stated<Input, Key> } {
  const entries = Object.entries(input).filter(([key, value]) => value !== undefined && !(value === null && key in keepsOnNull))
  return Object.fromEntries(entries) as { [Key in keyof Input]: Stated<Input, Key> }
}

type Stated<Input, Key extends keyof Input> = Key extends keyof typeof keepsOnNull
  ? NonNullable<Input[Key]>
  : Exclude<Input[Key], undefined>
