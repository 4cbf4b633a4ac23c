import type { FeedbackGroup } from '../../generated/prisma/client.ts'

/** Who writes, and whom it is about. */
export type FeedbackPair = {
  readonly authorId: string
  readonly authorSuperiorId: string | null
  readonly rateeId: string
  readonly rateeSuperiorId: string | null
  readonly rateeSuperiorsSuperiorId: string | null
  readonly isSameUnit: boolean
}

/**
 * As what somebody writes about somebody else, by the reporting line of the day: their leader at one or two levels, their subordinate, their
 * colleague under the same penilai or in the same unit, else another side (domain A4). Null about oneself.
 */
export function feedbackGroup(pair: FeedbackPair): FeedbackGroup | null {
  if (pair.authorId === pair.rateeId) return null
  if (pair.rateeSuperiorId === pair.authorId || pair.rateeSuperiorsSuperiorId === pair.authorId) return 'PIMPINAN'
  if (pair.authorSuperiorId === pair.rateeId) return 'BAWAHAN'
  if (pair.isSameUnit || (pair.authorSuperiorId !== null && pair.authorSuperiorId === pair.rateeSuperiorId)) return 'REKAN'
  return 'PIHAK_LAIN'
}

/** Leaders speak under their name; whom else the ratee meets every day is promised that nobody can tell who it was. */
export function isNamed(group: FeedbackGroup): boolean {
  return group === 'PIMPINAN'
}

/** The quarter of a civil date, `2026-TW1`. */
export function quarterKey(date: Date): string {
  return `${date.getUTCFullYear()}-TW${Math.floor(date.getUTCMonth() / 3) + 1}`
}

/** Has the quarter ended before this civil date? */
export function isPastQuarter(periodKey: string, today: Date): boolean {
  const [year, number] = periodKey.split('-TW').map(Number)
  return today >= new Date(Date.UTC(year ?? 0, (number ?? 0) * 3, 1))
}

/** The last quarter that ended at least so many months before this civil date. */
export function lastExpiredQuarter(today: Date, months: number): string {
  const then = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 1))
  return quarterKey(new Date(Date.UTC(then.getUTCFullYear(), Math.floor(then.getUTCMonth() / 3) * 3, 0)))
}
