import { createHash } from 'node:crypto'
import type { ComplaintExclusion } from '../../generated/prisma/client.ts'
import { exact, roundHalfUp } from '../../math.ts'
import { type ComplaintTimes, complaintOutcome, type OneDayRate, type OneDayRateSettings, oneDayRate } from './one-day-rate.ts'

/** One complaint as it counts for its unit; instants in milliseconds since the epoch. */
export interface CountedComplaint extends Omit<ComplaintTimes, 'excluded'> {
  readonly number: string
  readonly exclusion: ComplaintExclusion | null
}

export interface UnitFigure extends Omit<OneDayRate, 'excluded' | 'steps'> {
  /** Left out of the denominator, by reason. */
  readonly excluded: Readonly<Record<ComplaintExclusion, number>>
  /** Opened again by the cut-off, whenever that was; of those that are not excluded. */
  readonly reopened: number
  /** reopened ÷ eligible (0–1, 4 decimals); null when nothing is eligible. */
  readonly reopenRate: number | null
}

/** F15 for the complaints of one unit (LOCAL), with what was left out by reason and the counter-indicator against premature answers (domain B2, CMP-01). */
export function unitFigure(asOf: number, complaints: readonly CountedComplaint[], settings: OneDayRateSettings): UnitFigure {
  const excluded = { DUPLICATE: 0, OUT_OF_SCOPE: 0, WITHDRAWN: 0, SPAM: 0 }
  for (const { exclusion } of complaints) if (exclusion) excluded[exclusion] += 1
  const reopened = complaints.filter(({ exclusion, reopenedAt }) => !exclusion && isKnown(reopenedAt, asOf)).length
  const { handled, eligible, censored, rate, ciLow, ciHigh } = oneDayRate(asOf, complaints.map(timesOf), settings)
  const reopenRate = eligible === 0 ? null : roundHalfUp(exact(reopened).div(eligible), 4)
  return { handled, eligible, censored, rate, ciLow, ciHigh, excluded, reopened, reopenRate }
}

/** SHA-256 over how each complaint counts, by number: what a recorded figure can be traced to, without a word or an instant of a complaint. */
export function figureHash(asOf: number, complaints: readonly CountedComplaint[], settings: OneDayRateSettings): string {
  const lines = complaints.map(
    (one) => `${one.number}|${one.exclusion ?? complaintOutcome(asOf, timesOf(one), settings)}|${isKnown(one.reopenedAt, asOf)}`,
  )
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}

function timesOf({ receivedAt, resolvedAt, reopenedAt, exclusion }: CountedComplaint): ComplaintTimes {
  return { receivedAt, resolvedAt: resolvedAt ?? null, reopenedAt: reopenedAt ?? null, excluded: exclusion !== null }
}

function isKnown(instant: number | null | undefined, asOf: number): boolean {
  return typeof instant === 'number' && instant <= asOf
}
