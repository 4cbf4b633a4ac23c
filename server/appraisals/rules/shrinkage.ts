import { type Exact, exact, roundHalfUp, type Step, sum } from '../../math.ts'

export interface Shrinkage {
  /** All units together (0–1, 4 decimals). */
  readonly pooled: number
  /** Variance between units (6 decimals). */
  readonly tau2: number
  readonly mu: number
  /** Reliability of each unit's own proportion (0–1, 4 decimals). */
  readonly B: readonly number[]
  /** The proportion to rank by: between the unit's own and `mu` (4 decimals). */
  readonly shrunk: readonly number[]
  readonly steps: readonly Step[]
}

/**
 * F12: small units are drawn towards the common level, so that chance does not win a ranking (method of moments, DerSimonian–Laird).
 * `x[i]` successes of `n[i] ≥ 1` cases. Throws a RangeError when there is no unit or the lists differ in length.
 */
export function shrinkProportions(x: readonly number[], n: readonly number[]): Shrinkage {
  if (x.length === 0 || x.length !== n.length)
    throw new RangeError('Shrinkage needs as many successes as cases, of at least one unit.')
  const pooled = sum(x).div(sum(n))
  const own = n.map((cases, index) => exact(x[index] ?? 0).div(cases))
  const variances = n.map((cases) => pooled.times(exact(1).minus(pooled)).div(cases))
  const tau2 = betweenVariance(own, variances)
  // Without any variance (all or none succeed) every unit already has the common value.
  const isConstant = variances.some((variance) => variance.isZero())
  const mu = isConstant
    ? pooled
    : weightedMean(
        own,
        variances.map((variance) => exact(1).div(variance.plus(tau2))),
      )
  const reliability = variances.map((variance) => (isConstant ? exact(0) : tau2.div(tau2.plus(variance))))
  const shrunk = own.map((value, index) => {
    const trust = reliability[index] ?? exact(0)
    return trust.times(value).plus(exact(1).minus(trust).times(mu))
  })
  const rounded = { pooled: roundHalfUp(pooled, 4), tau2: roundHalfUp(tau2, 6), mu: roundHalfUp(mu, 4) }
  const B = reliability.map((value) => roundHalfUp(value, 4))
  const result = shrunk.map((value) => roundHalfUp(value, 4))
  return {
    ...rounded,
    B,
    shrunk: result,
    steps: [
      { formula: 'p̄ = Σx / Σn', inputs: { x, n }, value: rounded.pooled },
      { formula: 'τ² = max(0, (Q − (k−1)) / (Σw − Σw²/Σw))', inputs: { k: n.length }, value: rounded.tau2 },
      { formula: 'μ = Σw*y / Σw*', inputs: { tau2: rounded.tau2 }, value: rounded.mu },
      { formula: 'θ = B·y + (1 − B)·μ, B = τ²/(τ² + v)', inputs: { B, mu: rounded.mu }, value: result },
    ],
  }
}

/** Variance between units beyond what their own variances explain (DerSimonian–Laird); 0 for one unit, or where any variance is 0. */
export function betweenVariance(values: readonly Exact[], variances: readonly Exact[]): Exact {
  const none = exact(0)
  if (values.length < 2 || variances.some((variance) => variance.isZero())) return none
  const weights = variances.map((variance) => exact(1).div(variance))
  const centre = weightedMean(values, weights)
  const q = sum(
    values.map((value, index) =>
      value
        .minus(centre)
        .pow(2)
        .times(weights[index] ?? 0),
    ),
  )
  const total = sum(weights)
  const tau2 = q.minus(values.length - 1).div(total.minus(sum(weights.map((weight) => weight.pow(2))).div(total)))
  return tau2.isNegative() ? none : tau2
}

/** Σwy / Σw. */
export function weightedMean(values: readonly Exact[], weights: readonly Exact[]): Exact {
  return sum(values.map((value, index) => value.times(weights[index] ?? 0))).div(sum(weights))
}
