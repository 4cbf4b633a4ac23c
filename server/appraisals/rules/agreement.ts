import { exact, type Numeric, roundHalfUp, type Step } from '../../math.ts'

/** Fewest people judged by both sides for an agreement to be told (domain B6). */
export const leastDoubleRated = 10

export type AgreementBand = 'WEAK' | 'FAIR' | 'GOOD' | 'VERY_GOOD'

/** The band of a κ or an intraclass correlation (LOCAL): below 0.4, to 0.6, to 0.8, above. */
export function agreementBand(value: number): AgreementBand {
  if (value < 0.4) return 'WEAK'
  if (value < 0.6) return 'FAIR'
  return value <= 0.8 ? 'GOOD' : 'VERY_GOOD'
}

/** What an ICC(1) needs to know of ratings: targets, ratings, Σk², and the sums of squares between and within the targets. */
export type Variation = {
  readonly targets: number
  readonly ratings: number
  readonly squaredSizes: Numeric
  readonly between: Numeric
  readonly within: Numeric
}

/**
 * ICC(1): how far several raters of the same people agree (1 wholly, 0 not beyond chance; may be negative), 4 decimals half-up, for groups of unequal size
 * k₀ = (N − Σk²/N)/(n − 1). Null for fewer than two targets, one rating each, or ratings that are all alike.
 */
export function intraclassCorrelation({ targets, ratings, squaredSizes, between, within }: Variation): number | null {
  if (targets < 2 || ratings <= targets) return null
  const size = exact(ratings)
    .minus(exact(squaredSizes).div(ratings))
    .div(targets - 1)
  const meanBetween = exact(between).div(targets - 1)
  const meanWithin = exact(within).div(ratings - targets)
  const all = meanBetween.plus(size.minus(1).times(meanWithin))
  return all.isZero() ? null : roundHalfUp(meanBetween.minus(meanWithin).div(all), 4)
}

/**
 * F14: quadratic-weighted κ of two raters over the same cases (1 perfect, 0 chance), 4 decimals half-up. Ratings are whole numbers 1…`categories`.
 * Null when no disagreement is to be expected (both raters used one and the same category) or there is no case. Throws a RangeError when the lists differ in length.
 */
export function weightedKappa(
  a: readonly number[],
  b: readonly number[],
  categories = 3,
): { value: number | null; steps: Step[] } {
  if (a.length !== b.length) throw new RangeError('Both raters must have rated the same cases.')
  const n = a.length
  const observed = a.reduce((total, rating, index) => total + (rating - (b[index] ?? rating)) ** 2, 0)
  const countsA = countByCategory(a, categories)
  const countsB = countByCategory(b, categories)
  const expected = countsA.reduce(
    (total, countA, i) => total + countsB.reduce((row, countB, j) => row + countA * countB * (i - j) ** 2, 0),
    0,
  )
  // The factor 1/(categories − 1)² of the weights stands on both sides and cancels.
  const value = expected === 0 ? null : roundHalfUp(exact(1).minus(exact(observed).times(n).div(expected)), 4)
  return { value, steps: [{ formula: 'κ = 1 − n·Σ(a − b)² / ΣΣ n_i·m_j·(i − j)²', inputs: { n, observed, expected }, value }] }
}

function countByCategory(ratings: readonly number[], categories: number): number[] {
  return Array.from({ length: categories }, (_, index) => ratings.filter((rating) => rating === index + 1).length)
}
