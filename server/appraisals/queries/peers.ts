import type { Context } from '../../context.ts'
import { type PositionKind, Prisma, type UnitType } from '../../generated/prisma/client.ts'
import { exact, roundHalfUp } from '../../math.ts'
import { leastPeers, type PeerStanding, peerStanding } from '../rules/peer-standing.ts'
import { smallestGroup } from './small-groups.ts'

/** How far a peer group had to be widened until it held enough people (domain B5): kind of position × level × type of unit first, the whole city last. */
export const peerSteps = ['KIND_LEVEL_TYPE', 'KIND_TYPE', 'TYPE', 'CITY'] as const
export type PeerStep = (typeof peerSteps)[number]

export type Peers = {
  readonly step: PeerStep
  readonly positionKind: PositionKind | null
  readonly positionLevel: string | null
  readonly unitType: UnitType
  /** People of the group with a score, the rated person among them. */
  readonly people: number
  /** Null where the group is too small for the caller. */
  readonly figures: PeerFigures | null
}

export type PeerFigures = Pick<PeerStanding, 'z' | 't' | 'isRobust'> & {
  readonly mean: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  /** Part of the group with a lower score, 0 to 1, four decimals. */
  readonly shareBelow: number
}

type Row = {
  readonly score: string | null
  readonly positionKind: PositionKind | null
  readonly positionLevel: string | null
  readonly unitType: UnitType
  readonly step: number
  readonly people: number
  readonly mean: string
  readonly deviation: string | null
  readonly quartiles: readonly [number, number, number]
  readonly medianDistance: number
  readonly skewness: number | null
  readonly below: number
}

/**
 * The peer group of an appraisal that the caller may read, in the same period, and where its weighted score stands in it; null without a score. One
 * statement, and two at most for the bound of small groups.
 */
export async function peersOf(asked: Pick<Context, 'db' | 'actor' | 'now'>, appraisalId: string): Promise<Peers | null> {
  const [row] = await asked.db.$queryRaw<Row[]>(Prisma.sql`
    WITH own AS (
      SELECT a.period_id, a.weighted_score, e.position_kind, e.position_level, u.type
      FROM appraisal a JOIN employee e ON e.id = a.employee_id JOIN unit u ON u.id = a.unit_id WHERE a.id = ${appraisalId}::uuid
    ), compared AS (
      SELECT a.weighted_score AS score,
        CASE WHEN u.type <> own.type THEN 3 WHEN e.position_kind IS DISTINCT FROM own.position_kind THEN 2
          WHEN e.position_level IS DISTINCT FROM own.position_level THEN 1 ELSE 0 END AS step
      FROM own JOIN appraisal a ON a.period_id = own.period_id JOIN employee e ON e.id = a.employee_id JOIN unit u ON u.id = a.unit_id
      WHERE a.is_current AND a.state <> 'BATAL' AND a.weighted_score IS NOT NULL
    ), chosen AS (
      SELECT CASE WHEN count(*) FILTER (WHERE step = 0) >= ${leastPeers} THEN 0 WHEN count(*) FILTER (WHERE step <= 1) >= ${leastPeers} THEN 1
        WHEN count(*) FILTER (WHERE step <= 2) >= ${leastPeers} THEN 2 ELSE 3 END AS step FROM compared
    ), peers AS (
      SELECT score FROM compared WHERE step <= (SELECT step FROM chosen)
    ), figures AS (
      SELECT count(*)::int AS people, avg(score) AS mean, stddev_samp(score) AS deviation, stddev_pop(score) AS spread,
        percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY score) AS quartiles FROM peers
    )
    SELECT own.weighted_score::text AS score, own.position_kind AS "positionKind", own.position_level AS "positionLevel", own.type AS "unitType",
      chosen.step, f.people, f.mean::text, f.deviation::text, f.quartiles,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(score - f.quartiles[2])) FROM peers) AS "medianDistance",
      (SELECT avg(((score - f.mean) / nullif(f.spread, 0)) ^ 3)::float8 FROM peers) AS skewness,
      (SELECT count(*)::int FROM peers WHERE score < own.weighted_score) AS below
    FROM own, chosen, figures f`)
  if (!row || row.score === null || row.people === 0) return null
  const { positionKind, positionLevel, unitType, people } = row
  const group = { step: peerSteps[row.step] ?? 'CITY', positionKind, positionLevel, unitType, people }
  const isSmall = people < (await smallestGroup(asked, null))
  return { ...group, figures: isSmall ? null : figuresOf(row, row.score) }
}

function figuresOf({ people, mean, deviation, quartiles, medianDistance, skewness, below }: Row, score: string): PeerFigures {
  const [lower, median, upper] = quartiles
  const { z, t, isRobust } = peerStanding(score, { people, mean, deviation, median, medianDistance, skewness })
  return {
    z,
    t,
    isRobust,
    mean: roundHalfUp(mean, 2),
    lowerQuartile: roundHalfUp(lower, 2),
    median: roundHalfUp(median, 2),
    upperQuartile: roundHalfUp(upper, 2),
    shareBelow: roundHalfUp(exact(below).div(people), 4),
  }
}
