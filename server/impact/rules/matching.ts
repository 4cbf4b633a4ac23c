import { exact, sampleVariance } from '../../math.ts'

/** A unit or person before the training. */
export interface Candidate {
  readonly id: string
  /** Position family, jenjang and type of unit (B5), as one text: only equals are compared. */
  readonly peerGroup: string
  readonly baseline: number
  /** Years of service; null for units. */
  readonly tenureYears: number | null
}

/** LOCAL defaults of D8: a quarter of a standard deviation of the baseline, and five years of service. */
const limits = { baselineSd: 0.25, tenureYears: 5 } as const

export interface Matching {
  readonly pairs: readonly { readonly treatedId: string; readonly controlId: string }[]
  /** Trained for whom nobody comparable was left. */
  readonly unmatchedIds: readonly string[]
  /** The largest difference in the baseline that was allowed. */
  readonly caliper: number
}

/**
 * D8: gives each trained one the nearest comparison of the same peer group, with a baseline within 0.25 standard deviations and service within five
 * years; nearest pairs first, each comparison once. The order of the lists makes no difference.
 */
export function matchControls(treated: readonly Candidate[], pool: readonly Candidate[]): Matching {
  const variance = sampleVariance([...treated, ...pool].map(({ baseline }) => baseline))
  const caliper = variance === null ? 0 : exact(limits.baselineSd).times(variance.sqrt()).toNumber()
  const near = treated
    .flatMap((one) => pool.filter((other) => isComparable(one, other, caliper)).map((other) => ({ one, other })))
    .map((pair) => ({ ...pair, gap: Math.abs(pair.one.baseline - pair.other.baseline) }))
    .sort((a, b) => a.gap - b.gap || compare(a.one.id, b.one.id) || compare(a.other.id, b.other.id))
  const taken = new Set<string>()
  const pairs: { treatedId: string; controlId: string }[] = []
  for (const { one, other } of near) {
    if (taken.has(one.id) || taken.has(other.id)) continue
    taken.add(one.id).add(other.id)
    pairs.push({ treatedId: one.id, controlId: other.id })
  }
  return { pairs, unmatchedIds: treated.flatMap(({ id }) => (taken.has(id) ? [] : [id])).sort(compare), caliper }
}

function isComparable(one: Candidate, other: Candidate, caliper: number): boolean {
  if (one.peerGroup !== other.peerGroup || Math.abs(one.baseline - other.baseline) > caliper) return false
  if (one.tenureYears === null || other.tenureYears === null) return one.tenureYears === other.tenureYears
  return Math.abs(one.tenureYears - other.tenureYears) <= limits.tenureYears
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
