import { exact, type Numeric, roundHalfUp, type Step } from '../../math.ts'

export interface RateRatio {
  /** Rate after ÷ rate before (4 decimals). */
  readonly rr: number
  /** 95 % confidence limits (4 decimals). */
  readonly ciLow: number
  readonly ciHigh: number
  /** Only then may a text say that the rate went down. */
  readonly isReductionShown: boolean
  readonly steps: readonly Step[]
}

/** F22: did a rate of events change? `x0` events on exposure `e0 > 0` before, `x1` on `e1 > 0` after. 0.5 is added to both counts if either is 0. */
export function rateRatio(input: { x0: number; e0: Numeric; x1: number; e1: Numeric }): RateRatio {
  const added = input.x0 === 0 || input.x1 === 0 ? 0.5 : 0
  const before = exact(input.x0).plus(added)
  const after = exact(input.x1).plus(added)
  const ratio = after.times(input.e0).div(before.times(input.e1))
  const factor = exact(1).div(before).plus(exact(1).div(after)).sqrt().times('1.959964').exp()
  const high = ratio.times(factor)
  const result = { rr: roundHalfUp(ratio, 4), ciLow: roundHalfUp(ratio.div(factor), 4), ciHigh: roundHalfUp(high, 4) }
  const inputs = { x0: before.toNumber(), e0: exact(input.e0).toNumber(), x1: after.toNumber(), e1: exact(input.e1).toNumber() }
  return {
    ...result,
    isReductionShown: high.lt(1),
    steps: [
      { formula: 'RR = (x1/e1) / (x0/e0)', inputs, value: result.rr },
      { formula: 'RR × exp(±1.959964·√(1/x0 + 1/x1))', inputs: { rr: result.rr }, value: [result.ciLow, result.ciHigh] },
    ],
  }
}
