import { exact, roundHalfUp, type Step } from '../../math.ts'

/** One complaint; instants in milliseconds since the epoch. */
export interface ComplaintTimes {
  readonly receivedAt: number
  /** A substantive answer was sent; a receipt is none. */
  readonly resolvedAt?: number | null
  readonly reopenedAt?: number | null
  /** A duplicate, out of scope, withdrawn or spam. */
  readonly excluded?: boolean | null
}

export interface OneDayRate {
  readonly handled: number
  readonly eligible: number
  /** Open, and too young at the cut-off to have failed. */
  readonly censored: number
  readonly excluded: number
  /** handled ÷ eligible (0–1, 4 decimals) with Wilson's 95 % limits; null when nothing is eligible. */
  readonly rate: number | null
  readonly ciLow: number | null
  readonly ciHigh: number | null
  readonly steps: readonly Step[]
}

export interface OneDayRateSettings {
  /** Days after the answer within which reopening undoes the success, the last instant included. LOCAL. */
  readonly reopenDays: number
}

export const defaultOneDayRateSettings: OneDayRateSettings = { reopenDays: 7 }

type Outcome = 'HANDLED' | 'NOT_HANDLED' | 'CENSORED' | 'EXCLUDED'

const dayMs = 24 * 60 * 60 * 1000
const z = '1.959964'

/** F15 (LOCAL): share of complaints answered within 24 hours and not reopened, judged on what was known at the cut-off `asOf`. */
export function oneDayRate(
  asOf: number,
  items: readonly ComplaintTimes[],
  settings: OneDayRateSettings = defaultOneDayRateSettings,
): OneDayRate {
  const count: Record<Outcome, number> = { HANDLED: 0, NOT_HANDLED: 0, CENSORED: 0, EXCLUDED: 0 }
  for (const item of items) count[complaintOutcome(asOf, item, settings)] += 1
  const handled = count.HANDLED
  const eligible = handled + count.NOT_HANDLED
  const rate = eligible === 0 ? null : roundHalfUp(exact(handled).div(eligible), 4)
  const [ciLow, ciHigh] = eligible === 0 ? [null, null] : wilson(handled, eligible)
  return {
    handled,
    eligible,
    censored: count.CENSORED,
    excluded: count.EXCLUDED,
    rate,
    ciLow,
    ciHigh,
    steps: [
      { formula: 'handled / eligible', inputs: { handled, eligible }, value: rate },
      { formula: `Wilson interval, z = ${z}`, inputs: { handled, eligible }, value: [ciLow, ciHigh] },
    ],
  }
}

/** How one complaint counts in F15; exactly 24 hours is still one day. */
export function complaintOutcome(
  asOf: number,
  item: ComplaintTimes,
  settings: OneDayRateSettings = defaultOneDayRateSettings,
): Outcome {
  if (item.excluded) return 'EXCLUDED'
  const resolvedAt = knownAt(asOf, item.resolvedAt)
  if (resolvedAt === null) return asOf - item.receivedAt <= dayMs ? 'CENSORED' : 'NOT_HANDLED'
  if (resolvedAt - item.receivedAt > dayMs) return 'NOT_HANDLED'
  const reopenedAt = knownAt(asOf, item.reopenedAt)
  return reopenedAt !== null && reopenedAt - resolvedAt <= settings.reopenDays * dayMs ? 'NOT_HANDLED' : 'HANDLED'
}

/** What happens after the cut-off is not yet known. */
function knownAt(asOf: number, instant: number | null | undefined): number | null {
  return instant === null || instant === undefined || instant > asOf ? null : instant
}

function wilson(successes: number, cases: number): [low: number, high: number] {
  const share = exact(successes).div(cases)
  const z2 = exact(z).pow(2)
  const spread = share.times(exact(1).minus(share)).div(cases).plus(z2.div(4).div(cases).div(cases))
  const half = spread.sqrt().times(z)
  const centre = share.plus(z2.div(2).div(cases))
  const scale = z2.div(cases).plus(1)
  return [roundHalfUp(centre.minus(half).div(scale), 4), roundHalfUp(centre.plus(half).div(scale), 4)]
}
