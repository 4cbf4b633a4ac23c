import type { DatedMeasurement, ItemInputs } from './item.ts'

/** Inputs of an item as they are stored: without the parts that are null. */
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

const unsaidOfMeasurement = {
  value: null,
  numerator: null,
  denominator: null,
  missingReason: null,
} as const satisfies Partial<DatedMeasurement>

/** What is stored with a result, so that it can be computed again; decimals stay exact text. */
export function freezeInputs(inputs: ItemInputs): FrozenInputs {
  return { ...withoutNulls(inputs), measurements: inputs.measurements.map(withoutNulls) }
}

/** The inputs of a stored result. The shape is that of `freezeInputs`: nothing else writes it. */
export function thawInputs(stored: FrozenInputs): ItemInputs {
  const { measurements, ...said } = stored as Partial<ItemInputs>
  const inputs = {
    ...unsaid,
    ...said,
    measurements: (measurements ?? []).map((measurement) => ({ ...unsaidOfMeasurement, ...measurement })),
  }
  return inputs as ItemInputs
}

function withoutNulls<Value extends object>(value: Value): Partial<Value> {
  const said: Partial<Value> = {}
  for (const key in value) if (value[key] !== null) said[key] = value[key]
  return said
}
