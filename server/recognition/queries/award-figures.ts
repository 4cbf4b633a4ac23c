import { type RateRatio, rateRatio } from '../../appraisals/rules/rate-ratio.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { roundHalfUp } from '../../math.ts'
import type { Transaction } from '../../transact.ts'
import { shrinkMeans } from '../rules/shrunk-means.ts'

type Reader = Pick<Transaction, '$queryRaw'>

/** The measured results behind a candidate: one person against everybody who was measured in the period. */
export type ScoreFigures = {
  readonly basis: 'SCORE'
  /** Weighted achievement as stored, per cent. */
  readonly raw: number
  /** The mean to rank by (F12), per cent. */
  readonly theta: number
  /** Reliability of the own mean, 0–1. */
  readonly reliability: number
  /** Indicators that were measured. */
  readonly n: number
  /** People in the comparison, and their common mean. */
  readonly people: number
  readonly mu: number
  readonly predikat: string
}

/** Counted events of one person's sites before and now. */
export type RateFigures = Omit<RateRatio, 'steps'> & {
  readonly basis: 'RATE'
  readonly indicatorCode: string
  readonly indicatorName: string
  readonly x0: number
  readonly e0: number
  readonly x1: number
  readonly e1: number
  /** Years that the events before were counted in; below the setting a fall may be chance (regression to the mean, domain B5). */
  readonly baselineYears: number
  readonly neededYears: number
}

export type AwardFigures = ScoreFigures | RateFigures

export type Candidate<Figures = AwardFigures> = {
  readonly employeeId: string
  readonly unitId: string
  readonly figures: Figures
}

/** Fewest people whose means are worth shrinking together (domain B5: a peer group has at least ten). */
const leastPeople = 10

type Measured = {
  readonly employeeId: string
  readonly unitId: string
  readonly raw: string
  readonly predikat: string
  readonly isEligible: boolean
  readonly n: number
  readonly squares: string
}

/**
 * Everybody with a final result of the period and a predikat of at least Baik, best first by the shrunk mean of what was measured (F12 with the pooled variance of single
 * indicators): who was measured on a few indicators wins nothing by luck. Empty below ten people. One statement.
 */
export async function scoreCandidates(tx: Reader, periodId: string): Promise<Candidate<ScoreFigures>[]> {
  const rows = await tx.$queryRaw<Measured[]>(Prisma.sql`
    SELECT a.employee_id AS "employeeId", a.unit_id AS "unitId", a.weighted_score::text AS raw, a.predikat::text AS predikat,
      a.predikat IN ('SANGAT_BAIK', 'BAIK') AND NOT a.is_misconduct AS "isEligible", count(i.achievement_pct)::int AS n,
      coalesce(var_samp(i.achievement_pct) * (count(i.achievement_pct) - 1), 0)::text AS squares
    FROM appraisal a JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id AND i.achievement_pct IS NOT NULL
    WHERE a.period_id = ${periodId}::uuid AND a.is_current AND a.state IN ('FINAL', 'TEREKSPOR') AND a.weighted_score IS NOT NULL AND a.predikat IS NOT NULL
    GROUP BY a.id ORDER BY a.id`)
  if (rows.length < leastPeople) return []
  const freedom = rows.reduce((sum, { n }) => sum + n - 1, 0)
  const squares = rows.reduce((sum, row) => sum + Number(row.squares), 0)
  const { mu, shrunk } = shrinkMeans(
    rows.map(({ raw, n }) => ({ mean: raw, n })),
    freedom === 0 ? 0 : squares / freedom,
  )
  return rows
    .flatMap(({ employeeId, unitId, raw, predikat, isEligible, n }, index) => {
      const own = shrunk[index]
      if (!isEligible || !own) return []
      const figures = { basis: 'SCORE' as const, raw: Number(raw), ...own, n, people: rows.length, mu, predikat }
      return [{ employeeId, unitId, figures }]
    })
    .sort((a, b) => b.figures.theta - a.figures.theta || (a.employeeId < b.employeeId ? -1 : 1))
}

type Counted = {
  readonly employeeId: string
  readonly unitId: string
  readonly indicatorCode: string
  readonly indicatorName: string
  readonly x0: string
  readonly e0: string
  readonly x1: string
  readonly e1: string
  readonly baselineYears: number
}

/**
 * Everybody whose counted events fell beyond chance (F22: upper limit below 1) against the years before, strongest first. Read from the crashes at the sites that a person is
 * responsible for, and from verified measurements of people's own indicators that are rates to be kept low, with their numerators (events) and denominators
 * (exposure). One statement.
 */
export async function rateCandidates(tx: Reader, year: number, neededYears: number): Promise<Candidate<RateFigures>[]> {
  const rows = await tx.$queryRaw<Counted[]>(Prisma.sql`
    WITH counted AS (
      SELECT s.employee_id, i.code, (SELECT name FROM indicator_version v WHERE v.indicator_id = i.id AND v.unit = 'RATE' AND v.polarity = 'MINIMIZE'
        AND v.state IN ('AKTIF', 'USANG') ORDER BY v.version DESC LIMIT 1) AS name, s.year, sum(r.numerator) AS events, sum(r.denominator) AS exposure
      FROM measurement_series s JOIN indicator i ON i.id = s.indicator_id JOIN realisation r ON r.series_id = s.id AND r.state IN ('VERIFIED', 'LOCKED')
      WHERE s.employee_id IS NOT NULL AND s.year BETWEEN ${year - neededYears} AND ${year} AND r.numerator IS NOT NULL AND r.denominator > 0
        AND NOT EXISTS (SELECT FROM realisation n WHERE n.series_id = r.series_id AND n.period_id = r.period_id AND n.version > r.version AND n.state IN ('VERIFIED', 'LOCKED'))
      GROUP BY s.employee_id, i.id, s.year
      UNION ALL
      SELECT c.employee_id, 'KECELAKAAN', 'Kecelakaan per 10.000 kendaraan pada lokasi yang ditangani', c.year, sum(c.crashes), sum(c.exposure)
      FROM crash_count c WHERE c.employee_id IS NOT NULL AND c.year BETWEEN ${year - neededYears} AND ${year} GROUP BY c.employee_id, c.year
    )
    SELECT now.employee_id AS "employeeId", e.unit_id AS "unitId", now.code AS "indicatorCode", now.name AS "indicatorName", before.x0::text AS x0, before.e0::text AS e0,
      now.events::text AS x1, now.exposure::text AS e1, before.years AS "baselineYears"
    FROM counted now JOIN employee e ON e.id = now.employee_id
    JOIN LATERAL (SELECT sum(events) AS x0, sum(exposure) AS e0, count(*)::int AS years FROM counted b
      WHERE b.employee_id = now.employee_id AND b.code = now.code AND b.year < ${year}) before ON before.years > 0
    WHERE now.year = ${year} AND now.name IS NOT NULL`)
  return rows
    .flatMap(({ employeeId, unitId, indicatorCode, indicatorName, baselineYears, ...text }) => {
      const counts = { x0: Number(text.x0), e0: Number(text.e0), x1: Number(text.x1), e1: Number(text.e1) }
      const { steps: _, ...ratio } = rateRatio(counts)
      if (!ratio.isReductionShown) return []
      const figures = { basis: 'RATE' as const, indicatorCode, indicatorName, ...counts, ...ratio, baselineYears, neededYears }
      return [{ employeeId, unitId, figures: { ...figures, e0: roundHalfUp(counts.e0, 2), e1: roundHalfUp(counts.e1, 2) } }]
    })
    .sort((a, b) => a.figures.ciHigh - b.figures.ciHigh || (a.employeeId < b.employeeId ? -1 : 1))
}
