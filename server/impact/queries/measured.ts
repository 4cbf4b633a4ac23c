import { type OutcomeLevel, Prisma } from '../../generated/prisma/client.ts'

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>

/** A verified measurement that appraisals use, of somebody or some unit before or after a programme. */
export type Measured = {
  readonly subjectId: string
  readonly isTrained: boolean
  /** Only equals are compared: the type of a unit; kind and level of a position. */
  readonly peerGroup: string
  readonly tenureYears: number | null
  readonly phase: 'PRA' | 'PASCA'
  readonly month: Date
  readonly numerator: Prisma.Decimal | null
  readonly denominator: Prisma.Decimal | null
  readonly value: Prisma.Decimal | null
}

/**
 * Measurements of an indicator around a programme, of units whose people took part and of all others (level UNIT), or of people (level PERSON). The newest
 * verified version of each quarter counts; quarters in which the training itself took place are left out.
 */
export function measuredAround(
  db: Db,
  {
    programmeId,
    indicatorId,
    level,
  }: { readonly programmeId: string; readonly indicatorId: string; readonly level: OutcomeLevel },
): Promise<Measured[]> {
  const isUnit = level === 'UNIT'
  const trained = isUnit
    ? Prisma.sql`EXISTS (SELECT FROM participant p JOIN employee e ON e.id = p.employee_id
        WHERE p.programme_id = g.id AND p.state IN ('ATTENDED', 'PASSED', 'FAILED') AND e.unit_id = s.unit_id)`
    : Prisma.sql`EXISTS (SELECT FROM participant p
        WHERE p.programme_id = g.id AND p.state IN ('ATTENDED', 'PASSED', 'FAILED') AND p.employee_id = s.employee_id)`
  const subject = isUnit ? Prisma.sql`JOIN unit b ON b.id = s.unit_id` : Prisma.sql`JOIN employee b ON b.id = s.employee_id`
  const peer = isUnit
    ? Prisma.sql`b.type::text, NULL::float8`
    : Prisma.sql`concat_ws('/', b.position_kind, b.position_level), date_part('year', age(g.starts_on, b.position_from))`
  return db.$queryRaw<Measured[]>(Prisma.sql`
    SELECT * FROM (
      SELECT DISTINCT ON (r.series_id, r.period_id) b.id AS "subjectId", ${trained} AS "isTrained", peer.peer_group AS "peerGroup",
        peer.tenure AS "tenureYears", CASE WHEN q.ends_on < g.starts_on THEN 'PRA' ELSE 'PASCA' END AS phase, q.starts_on AS month,
        r.numerator, r.denominator, r.value
      FROM pembinaan_programme g JOIN measurement_series s ON s.indicator_id = ${indicatorId}::uuid ${subject}
      CROSS JOIN LATERAL (SELECT ${peer}) AS peer (peer_group, tenure)
      JOIN realisation r ON r.series_id = s.id AND r.state IN ('VERIFIED', 'LOCKED') AND r.value IS NOT NULL
      JOIN period q ON q.id = r.period_id AND q.kind IN ('QUARTER', 'MONTH') AND (q.ends_on < g.starts_on OR q.starts_on > g.ends_on)
      WHERE g.id = ${programmeId}::uuid
      ORDER BY r.series_id, r.period_id, r.version DESC
    ) m ORDER BY month, "subjectId"`)
}
