import { Prisma } from '../../generated/prisma/client.ts'

/**
 * Who judged whom how in a period, beside what was measured, on the scale 1–3 (F13): the decided rating, or where nobody rated yet, the judgement that the
 * superior gave with the behaviour. A relation of `appraisal_id`, `unit_id`, `rater_id`, `judged` and `score` (the weighted score).
 */
export function judgements(period: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT a.id AS appraisal_id, a.unit_id, coalesce(CASE WHEN a.rated_at IS NOT NULL THEN a.rated_by_id END, b.rater_id) AS rater_id, a.weighted_score AS score,
      CASE WHEN a.rated_at IS NOT NULL THEN array_position(ARRAY['DI_BAWAH', 'SESUAI', 'DI_ATAS']::level[], a.result_rating) ELSE b.result_judgement END::int AS judged
    FROM appraisal a
    LEFT JOIN LATERAL (SELECT rater_id, result_judgement FROM behaviour_rating r WHERE r.employee_id = a.employee_id AND r.period_id = a.period_id
      AND r.rater_group = 'ATASAN' AND r.result_judgement IS NOT NULL ORDER BY r.rater_id LIMIT 1) b ON TRUE
    WHERE a.period_id = ${period} AND a.is_current AND a.state <> 'BATAL' AND a.weighted_score IS NOT NULL
      AND CASE WHEN a.rated_at IS NOT NULL THEN a.rated_by_id IS NOT NULL AND a.result_rating IS NOT NULL ELSE b.rater_id IS NOT NULL END)`
}

/** How far each superior lies above or below all (L of F13, unrounded), of a relation of {@link judgements}: a relation of `rater_id` and `l`. */
export function severities(judged: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT rater_id, avg(deviation) - max(grand) AS l
    FROM (SELECT rater_id, deviation, avg(deviation) OVER () AS grand
      FROM (SELECT rater_id, judged - (least(greatest(score, 80), 120) - 80) / 20 - 1 AS deviation FROM ${judged} j) d) w
    GROUP BY rater_id)`
}

/** The id of a period by its key, as a value of a statement. */
export function periodIdOf(key: string): Prisma.Sql {
  return Prisma.sql`(SELECT id FROM period WHERE key = ${key})`
}
