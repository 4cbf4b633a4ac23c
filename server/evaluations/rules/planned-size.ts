import { exact, type Numeric } from '../../math.ts'

/** z(0.975) + z(0.80): 5 % error of the first kind, 80 % power. */
const zSum = '2.801585'

/**
 * Units needed in each arm to see an effect of `delta ≠ 0` at standard deviation `sigma`, when before and after correlate with `rho` (−1 to 1):
 * n = 2·(z sum)²·2σ²(1 − ρ)/δ², rounded up.
 */
export function plannedSizePerArm({ delta, sigma, rho }: { delta: Numeric; sigma: Numeric; rho: Numeric }): number {
  const variance = exact(sigma).pow(2).times(2).times(exact(1).minus(rho))
  return exact(zSum).pow(2).times(2).times(variance).div(exact(delta).pow(2)).ceil().toNumber()
}
