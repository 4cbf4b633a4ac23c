import { exact, type Numeric, roundHalfUp, type Step } from '../../math.ts'

/** The four sources of a need, each a share from 0 to 1 (LOCAL). */
export type NeedParts = {
  /** Σ gap / Σ required over the assessed competencies. */
  readonly gapNorm: Numeric
  /** Share of the weight of the plan whose results were below expectation. */
  readonly performanceGap: Numeric
  /** How far the unit is below what citizens may expect. */
  readonly publicSignal: Numeric
  /** Link to the regional plan: 0, 0.5 or 1. */
  readonly strategic: Numeric
}

const weights = { gapNorm: '0.4', performanceGap: '0.3', publicSignal: '0.2', strategic: '0.1' } as const

/** Priority of a need (domain D3, LOCAL), 0 to 1 with 4 decimals half-up. */
export function needPriority(parts: NeedParts): { readonly priority: number; readonly steps: readonly Step[] } {
  const keys = Object.keys(weights) as (keyof NeedParts)[]
  const total = keys.reduce((sum, key) => sum.plus(exact(parts[key]).times(weights[key])), exact(0))
  const priority = roundHalfUp(total, 4)
  const inputs = Object.fromEntries(keys.map((key) => [key, exact(parts[key]).toNumber()]))
  const formula = '0.4 · gapNorm + 0.3 · performanceGap + 0.2 · publicSignal + 0.1 · strategic'
  return { priority, steps: [{ formula, inputs, value: priority }] }
}

/** Missing levels as a share of the required ones, 4 decimals half-up; 0 where nothing is required. */
export function gapNorm(levels: readonly { readonly required: number; readonly actual: number }[]): number {
  const required = levels.reduce((sum, level) => sum + level.required, 0)
  const missing = levels.reduce((sum, level) => sum + Math.max(0, level.required - level.actual), 0)
  return required === 0 ? 0 : roundHalfUp(exact(missing).div(required), 4)
}

/** Share of the weight that was below expectation, 4 decimals half-up; 0 without a rated result. */
export function performanceGap(results: readonly { readonly weight: Numeric; readonly isBelow: boolean }[]): number {
  const total = results.reduce((sum, { weight }) => sum.plus(weight), exact(0))
  const below = results.reduce((sum, { weight, isBelow }) => (isBelow ? sum.plus(weight) : sum), exact(0))
  return total.isZero() ? 0 : roundHalfUp(below.div(total), 4)
}

/** How far an achievement (per cent of the target) of the unit is below 100, as a share, 4 decimals half-up. LOCAL. */
export function publicSignal(achievementPct: Numeric | null): number {
  if (achievementPct === null) return 0
  const missing = exact(100).minus(achievementPct).div(100)
  return roundHalfUp(missing.lt(0) ? 0 : missing.gt(1) ? 1 : missing, 4)
}
