import { type Exact, exact } from '../../math.ts'
import type { PlannedIki } from './plan.ts'

export type StretchFlag = 'SANDBAG' | 'UNREALISTIC'

/**
 * How far a target lies from the value before the plan (domain B4, LOCAL): target ÷ baseline where more is better, baseline ÷ target where
 * less is. Null without a baseline above 0, for a range without one end to aim at, and where neither direction is better.
 */
export function stretchOf(iki: Pick<PlannedIki, 'polarity' | 'target' | 'targetMin' | 'targetMax' | 'baseline'>): Exact | null {
  const aim = iki.target ?? (iki.polarity === 'MAXIMIZE' ? iki.targetMax : iki.targetMin)
  if (iki.baseline === null || aim === null) return null
  const [target, baseline] = [exact(aim), exact(iki.baseline)]
  if (target.lte(0) || baseline.lte(0)) return null
  if (iki.polarity === 'MAXIMIZE') return target.div(baseline)
  return iki.polarity === 'MINIMIZE' ? baseline.div(target) : null
}

/** SANDBAG: easier than what was reached already, and nobody says why. UNREALISTIC: more than one and a half times as hard (LOCAL). */
export function stretchFlag(iki: Parameters<typeof stretchOf>[0] & Pick<PlannedIki, 'targetReason'>): StretchFlag | null {
  const stretch = stretchOf(iki)
  if (stretch === null) return null
  if (stretch.lt(1) && !iki.targetReason?.trim()) return 'SANDBAG'
  return stretch.gt(1.5) ? 'UNREALISTIC' : null
}
