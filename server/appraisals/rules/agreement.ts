import { exact, roundHalfUp, type Step } from '../../math.ts'

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
