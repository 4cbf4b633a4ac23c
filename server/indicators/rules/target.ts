import { type Exact, exact, type Numeric } from '../../math.ts'

export type Polarity = 'MAXIMIZE' | 'MINIMIZE' | 'STABILIZE' | 'RANGE'

export interface TargetInput {
  readonly polarity: Polarity
  /** A single target; stands for the range [target, target], or for the middle of the tolerance band of STABILIZE. */
  readonly target?: Numeric | null
  readonly targetMin?: Numeric | null
  readonly targetMax?: Numeric | null
  /** Half width of the band of STABILIZE, in per cent of the target. */
  readonly tolerancePct?: Numeric | null
}

export interface TargetBounds {
  readonly low: Exact
  readonly high: Exact
}

/** Why F1 cannot measure against a target. */
export type TargetFault = 'MISSING' | 'REVERSED' | 'NOT_SINGLE' | 'NOT_POSITIVE' | 'NEGATIVE'

/** The range that F1 measures against, or null where F1 answers INVALID_TARGET. Checks a plan before there is any realisation. */
export function targetBounds(input: TargetInput): TargetBounds | null {
  const check = checkTarget(input)
  return 'fault' in check ? null : check.bounds
}

/** The first reason for which F1 answers INVALID_TARGET, or null for a target that it can measure against. */
export function targetFault(input: TargetInput): TargetFault | null {
  const check = checkTarget(input)
  return 'fault' in check ? check.fault : null
}

function checkTarget({
  polarity,
  target,
  targetMin,
  targetMax,
  tolerancePct,
}: TargetInput): { fault: TargetFault } | { bounds: TargetBounds } {
  const low = target ?? targetMin ?? null
  const high = target ?? targetMax ?? null
  if (low === null || high === null) return { fault: 'MISSING' }
  const stated = { low: exact(low), high: exact(high) }
  // STABILIZE has one target; its band comes from the tolerance alone.
  if (polarity === 'STABILIZE' && !stated.low.eq(stated.high)) return { fault: 'NOT_SINGLE' }
  const bounds = polarity === 'STABILIZE' ? widened(stated, tolerancePct ?? 0) : stated
  if (bounds.high.lt(bounds.low)) return { fault: 'REVERSED' }
  // The formulas of PermenPANRB 8/2021 divide by the target; a target of no event at all makes sense for MINIMIZE alone.
  if (polarity === 'MINIMIZE') return bounds.low.lt(0) ? { fault: 'NEGATIVE' } : { bounds }
  return stated.low.lte(0) ? { fault: 'NOT_POSITIVE' } : { bounds }
}

function widened({ low, high }: TargetBounds, tolerancePct: Numeric): TargetBounds {
  const width = low.times(tolerancePct).div(100)
  return { low: low.minus(width), high: high.plus(width) }
}
