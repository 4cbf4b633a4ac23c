import { exact, roundHalfUp } from '../../math.ts'

/**
 * Questions that the data raise about a unit: never a finding, never a penalty (domain B8), in the order in which they are listed. The register also names complaints that
 * are closed early, crashes that sources count differently, and stuffed surveys: those are asked where complaints, crashes and surveys are kept.
 */
export const signalCodes = [
  'SELF_VERIFIED',
  'QUOTA_DOWNGRADE',
  'BUNCHING_HIGH',
  'BUNCHING_LOW',
  'LATE_BULK',
  'SANDBAG',
  'REPEATED_CAP',
  'EASY_CASES',
  'VALUE_JUMP',
  'VARIANCE_COLLAPSE',
  'CERTIFICATE_BURST',
] as const
export type SignalCode = (typeof signalCodes)[number]

export interface Tally {
  readonly code: SignalCode
  /** Cases that show the sign, out of all that could. */
  readonly count: number
  readonly of: number
}

/** Fewest cases for a question (B6: n ≥ 20 for bunching; the same is taken for the others, LOCAL). */
const leastCases = 20

/**
 * Is this worth a question? Bunching: more than three times as many results within two points above a threshold as below it (B6). Of the others more than
 * half of the cases (LOCAL). Of measurements that their recorder verified, and of ratings that were lowered below the evidence without naming any, one is enough.
 */
export function isQuestion({ code, count, of }: Tally): boolean {
  if (code === 'SELF_VERIFIED' || code === 'QUOTA_DOWNGRADE') return count > 0
  if (of < leastCases) return false
  return code === 'BUNCHING_LOW' || code === 'BUNCHING_HIGH' ? count > 3 * (of - count) : 2 * count > of
}

/** Share of the cases, 0 to 1, four decimals half-up; null without any. */
export function shareOf({ count, of }: Pick<Tally, 'count' | 'of'>): number | null {
  return of === 0 ? null : roundHalfUp(exact(count).div(of), 4)
}

/** Does a rater tick one level for all seven values of most people (B6: more than 60 %, of five or more)? */
export function isStraightLining({ identical, people }: { readonly identical: number; readonly people: number }): boolean {
  return people >= 5 && identical * 10 > people * 6
}
