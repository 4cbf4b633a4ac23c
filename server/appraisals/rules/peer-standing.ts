import { type Exact, exact, type Numeric, roundHalfUp, type Step } from '../../math.ts'

/** What is known of the scores of a peer group, unrounded. */
export interface PeerScores {
  readonly people: number
  readonly mean: Numeric
  /** Sample standard deviation; null below two people. */
  readonly deviation: Numeric | null
  readonly median: Numeric
  /** Median of the absolute distances from the median. */
  readonly medianDistance: Numeric
  /** Third standardised moment; null where nobody differs. */
  readonly skewness: Numeric | null
}

export interface PeerStanding {
  /** Distance from the centre of the group in standard deviations (2 decimals); null where nobody differs. */
  readonly z: number | null
  /** 50 + 10 z (1 decimal). */
  readonly t: number | null
  /** True where the median and its distances take the place of the mean and the deviation. */
  readonly isRobust: boolean
  readonly steps: readonly Step[]
}

/** Fewest people of a peer group; a smaller one is widened (domain B5, LOCAL). */
export const leastPeers = 10

const fewPeople = 30
const markedSkew = 1
/** Brings the median distance of a normal distribution to its deviation. */
const normalFactor = '0.6745'

/**
 * Where a score stands inside its peer group (domain B5, LOCAL): z = (x − mean) / sd, or 0.6745 · (x − median) / MAD in a group under 30 people or one
 * that leans (|skewness| > 1). Rounded half-up once. An aid to reading, never a rating: no predikat rests on it.
 */
export function peerStanding(score: Numeric, group: PeerScores): PeerStanding {
  const isRobust = group.people < fewPeople || (group.skewness !== null && exact(group.skewness).abs().gt(markedSkew))
  const centre = isRobust ? group.median : group.mean
  const spread = isRobust ? group.medianDistance : group.deviation
  const distance = exact(score).minus(centre)
  const raw =
    spread === null || exact(spread).isZero()
      ? null
      : exact(isRobust ? normalFactor : 1)
          .times(distance)
          .div(spread)
  const z = raw === null ? null : roundHalfUp(raw, 2)
  const t = raw === null ? null : roundHalfUp(tScore(raw), 1)
  const formula = isRobust ? 'z = 0.6745 · (x − median) / MAD' : 'z = (x − mean) / sd'
  const inputs = {
    x: roundHalfUp(score, 2),
    centre: roundHalfUp(centre, 2),
    spread: spread === null ? null : roundHalfUp(spread, 4),
  }
  return {
    z,
    t,
    isRobust,
    steps: [
      { formula, inputs, value: z },
      { formula: 'T = 50 + 10 z', inputs: { z }, value: t },
    ],
  }
}

function tScore(z: Exact): Exact {
  return z.times(10).plus(50)
}
