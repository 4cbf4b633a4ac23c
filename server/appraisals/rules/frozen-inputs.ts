import type { DatedMeasurement, ItemInputs } from './item.ts'

/** Inputs of an item as they are stored: without the parts that are null, measurements as lists. */
export type FrozenInputs = { readonly [Key in keyof ItemInputs]?: unknown }

const unsaid = {
  minDenominator: null,
  maxValue: null,
  levelLow: null,
  levelHigh: null,
  target: null,
  targetMin: null,
  targetMax: null,
  tolerancePct: null,
} as const satisfies Partial<ItemInputs>

/** A measurement as it is stored; there are tens of thousands. */
type FrozenMeasurement = readonly [
  id: DatedMeasurement['id'],
  quarter: DatedMeasurement['quarter'],
  value: DatedMeasurement['value'],
  numerator: DatedMeasurement['numerator'],
  denominator: DatedMeasurement['denominator'],
  missingReason: DatedMeasurement['missingReason'],
  measuredOn: DatedMeasurement['measuredOn'],
]

/** What is stored with a result, so that it can be computed again; decimals stay exact text. */
export function freezeInputs({ measurements, ...inputs }: ItemInputs): FrozenInputs {
  const said: Record<string, unknown> = { measurements: measurements.map(freezeMeasurement) }
  for (const [key, value] of Object.entries(inputs)) if (value !== null) said[key] = value
  return said
}

/** The inputs of a stored result. The shape is that of `freezeInputs`: nothing else writes it. */
export function thawInputs(stored: FrozenInputs): ItemInputs {
  const { measurements, ...said } = stored as Omit<ItemInputs, 'measurements'> & {
    readonly measurements: readonly FrozenMeasurement[]
  }
  return { ...unsaid, ...said, measurements: measurements.map(thawMeasurement) }
}

function freezeMeasurement(measurement: DatedMeasurement): FrozenMeasurement {
  const { id, quarter, value, numerator, denominator, missingReason, measuredOn } = measurement
  return [id, quarter, value, numerator, denominator, missingReason, measuredOn]
}

function thawMeasurement(stored: FrozenMeasurement): DatedMeasurement {
  const [id, quarter, value, numerator, denominator, missingReason, measuredOn] = stored
  return { id, quarter, value, numerator, denominator, missingReason, measuredOn }
}
