import { exact, mean, type Numeric, roundHalfUp } from '../../math.ts'

export type LearningGain = {
  /** People with both scores. */
  readonly n: number
  /** People who had the full score before: nothing was left to gain. */
  readonly undefined: number
  /** Mean of the normalised gains, 4 decimals half-up; null when nobody has one. */
  readonly meanGain: number | null
}

/** Kirkpatrick level 2 (domain D8): normalised gain g = (post − pre) / (100 − pre), undefined where the score before was already full. */
export function learningGain(scores: readonly { readonly pre: Numeric; readonly post: Numeric }[]): LearningGain {
  const defined = scores.filter(({ pre }) => exact(pre).lt(100))
  const gains = defined.map(({ pre, post }) => exact(post).minus(pre).div(exact(100).minus(pre)))
  return {
    n: scores.length,
    undefined: scores.length - defined.length,
    meanGain: gains.length === 0 ? null : roundHalfUp(mean(gains), 4),
  }
}
