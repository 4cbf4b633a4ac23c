import { exact, type Numeric, roundHalfUp, type Step, sum } from '../../math.ts'
import { type AppraisalSettings, defaultAppraisalSettings } from './settings.ts'

/** Each 0–100; null where it cannot be computed. */
export interface ObjectivityComponents {
  /** Share of the weight that is measured by a source other than the appraiser's opinion. */
  readonly ms: Numeric | null
  /** Evidence: data quality, weighted. */
  readonly ev: Numeric | null
  /** Agreement of raters: max(0, κ) × 100. */
  readonly ra: Numeric | null
  /** Severity of the rater: max(0, 1 − |L|/0.5) × 100. */
  readonly sev: Numeric | null
  /** Distribution: 100 × max(0, 1 − Σ excess shares). */
  readonly dc: Numeric | null
}

export interface ObjectivityIndex {
  /** 0–100, 2 decimals half-up; null when no component is known. */
  readonly value: number | null
  readonly level: 'STRONG' | 'PARTIAL' | 'WEAK' | null
  readonly steps: readonly Step[]
}

const componentNames = ['ms', 'ev', 'ra', 'sev', 'dc'] as const

/** F20 (LOCAL): how far an appraisal rests on measurement. Weights are renormalised over the known components. Never changes a predikat. */
export function objectivityIndex(
  components: ObjectivityComponents,
  settings: AppraisalSettings = defaultAppraisalSettings,
): ObjectivityIndex {
  const known = componentNames.flatMap((name) => {
    const value = components[name]
    return value === null ? [] : [{ name, value, weight: settings.oiWeights[name] }]
  })
  const weights = sum(known.map(({ weight }) => weight))
  if (weights.isZero()) return { value: null, level: null, steps: [] }
  const value = roundHalfUp(sum(known.map((part) => exact(part.value).times(part.weight))).div(weights), 2)
  const level = value >= 75 ? 'STRONG' : value >= 50 ? 'PARTIAL' : 'WEAK'
  const inputs = Object.fromEntries(known.map((part) => [part.name, [exact(part.value).toNumber(), part.weight]]))
  return { value, level, steps: [{ formula: 'Σ w·component / Σ w over the known components', inputs, value }] }
}
