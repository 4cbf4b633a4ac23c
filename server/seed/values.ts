import type { Target } from './plans.ts'
import type { Random } from './random.ts'
import type { SeedDefinition } from './tables/definition.ts'

/** A measurement as it would be written down, with two decimals at most. */
export type Value = { readonly value: number; readonly numerator: number | null; readonly denominator: number | null }

/**
 * The value that makes an achievement of about `pct` per cent of the target in one of `quarters` quarters. Ratios come from whole
 * numbers, so that numerator, denominator and value agree.
 */
export function valueFor(
  definition: SeedDefinition,
  target: Target,
  pct: number,
  quarters: number,
  cases: number,
  random: Random,
): Value {
  const aim = aimFor(definition, target, pct, random)
  const value = definition.maxValue === null ? aim : Math.min(aim, definition.maxValue)
  if (definition.aggregation === 'JUMLAH') return { value: Math.round(value / quarters), numerator: null, denominator: null }
  if (definition.aggregation !== 'RASIO')
    return { value: twoPlaces(value), numerator: null, denominator: definition.minDenominator === null ? null : cases }
  const denominator = denominatorFor(definition, cases)
  const numerator = Math.round((value * denominator) / definition.factor)
  return { value: twoPlaces((numerator * definition.factor) / denominator), numerator, denominator }
}

function aimFor(
  { polarity }: SeedDefinition,
  { target, targetMin, targetMax, tolerancePct }: Target,
  pct: number,
  random: Random,
): number {
  const [low, high] = [targetMin ?? target ?? 0, targetMax ?? target ?? 0]
  switch (polarity) {
    case 'MAXIMIZE':
      return (high * pct) / 100
    case 'MINIMIZE':
      // No event at all is the target: somebody who works below expectation has one now and then.
      return high === 0 ? (pct < 92 ? 1 : 0) : Math.max(0, high * (2 - pct / 100))
    case 'RANGE':
      return pct >= 94 ? low + (high - low) * (0.1 + random.next() * 0.8) : (low * pct) / 100
    case 'STABILIZE': {
      const band = (tolerancePct ?? 0) / 100
      return pct >= 94 ? low * (1 + band * (random.next() - 0.5)) : (low * (1 - band) * pct) / 100
    }
  }
}

/** Enough cases that a single one does not decide: shares of errors need more of them than shares of work. */
function denominatorFor({ factor, polarity, unit }: SeedDefinition, cases: number): number {
  if (factor === 1000) return 3000 + cases * 100
  if (factor === 1) return 60 + cases * 3
  return unit === 'PERCENT' && polarity === 'MINIMIZE' ? cases * 8 : cases * 2
}

function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100
}
