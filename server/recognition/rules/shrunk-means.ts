import { betweenVariance, weightedMean } from '../../appraisals/rules/shrinkage.ts'
import { exact, type Numeric, roundHalfUp } from '../../math.ts'

export type OwnMean = {
  /** The own mean, such as the weighted achievement in per cent. */
  readonly mean: Numeric
  /** Measurements that it rests on, ≥ 1. */
  readonly n: number
}

export type ShrunkMean = {
  /** The mean to rank by: between the own and the common one (2 decimals). */
  readonly theta: number
  /** Reliability of the own mean (0–1, 4 decimals). */
  readonly reliability: number
}

export type ShrunkMeans = {
  /** The common mean (2 decimals). */
  readonly mu: number
  /** Variance between people (4 decimals). */
  readonly tau2: number
  readonly shrunk: readonly ShrunkMean[]
}

/**
 * F12 for means (domain B5): v = s²/n with the pooled variance `s2` of single measurements, θ = B·y + (1 − B)·μ, B = τ²/(τ² + v). Whoever was measured a few times only
 * is drawn towards all others, so that luck wins no award. Without any variance everybody keeps the own mean.
 * @throws RangeError without anybody, or for a mean of nothing
 */
export function shrinkMeans(own: readonly OwnMean[], s2: Numeric): ShrunkMeans {
  if (own.length === 0 || own.some(({ n }) => n < 1)) throw new RangeError('Shrinkage needs means of at least one measurement.')
  const values = own.map(({ mean }) => exact(mean))
  const variances = own.map(({ n }) => exact(s2).div(n))
  const isConstant = exact(s2).isZero()
  const tau2 = isConstant ? exact(0) : betweenVariance(values, variances)
  const mu = isConstant
    ? weightedMean(
        values,
        own.map(({ n }) => exact(n)),
      )
    : weightedMean(
        values,
        variances.map((variance) => exact(1).div(variance.plus(tau2))),
      )
  const shrunk = values.map((value, index): ShrunkMean => {
    const trust = isConstant ? exact(1) : tau2.div(tau2.plus(variances[index] ?? 0))
    const theta = trust.times(value).plus(exact(1).minus(trust).times(mu))
    return { theta: roundHalfUp(theta, 2), reliability: roundHalfUp(trust, 4) }
  })
  return { mu: roundHalfUp(mu, 2), tau2: roundHalfUp(tau2, 4), shrunk }
}
