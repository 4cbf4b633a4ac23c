import { predikatCounts } from '../../appraisals/queries/predikat-counts.ts'
import type { PredikatCounts } from '../../appraisals/rules/distribution.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** What a calibration session did: the spread before and after it beside what the evidence alone suggests, and who was moved. */
export type SessionEffect = {
  readonly people: number
  /** False while it is open; then `after` is how things stand now. */
  readonly isLocked: boolean
  readonly before: PredikatCounts
  readonly after: PredikatCounts
  readonly suggested: PredikatCounts
  readonly raised: number
  readonly lowered: number
  /** Lowered below what the evidence suggests: each needs a named decision and a reason (domain A8). */
  readonly loweredBelowEvidence: number
  /** Appraisals that were moved, at most 100. */
  readonly movedIds: readonly string[]
}

/** The effects of sessions, in the order of their ids; null before a session was opened. One statement. */
export async function sessionEffects({ db }: Pick<Context, 'db'>, ids: readonly string[]): Promise<(SessionEffect | null)[]> {
  const rows = await db.$queryRaw<{ id: string; effect: SessionEffect }[]>(Prisma.sql`
    WITH moved AS (
      SELECT s.id, t.appraisal_id, s.state = 'TERKUNCI' AS "isLocked", t.before, t.suggested, CASE WHEN s.state = 'TERKUNCI' THEN t.after ELSE a.predikat END AS after
      FROM calibration_session s JOIN calibration_standing t ON t.session_id = s.id JOIN appraisal a ON a.id = t.appraisal_id
      WHERE s.id = ANY (${[...ids]}::uuid[])
    )
    SELECT id, json_build_object('people', count(*)::int, 'isLocked', bool_and("isLocked"), 'before', ${predikatCounts(Prisma.sql`before`)},
      'after', ${predikatCounts(Prisma.sql`after`)}, 'suggested', ${predikatCounts(Prisma.sql`suggested`)},
      'raised', count(*) FILTER (WHERE after < before)::int, 'lowered', count(*) FILTER (WHERE after > before)::int,
      'loweredBelowEvidence', count(*) FILTER (WHERE after > before AND after > suggested)::int,
      'movedIds', coalesce((array_agg(appraisal_id ORDER BY appraisal_id) FILTER (WHERE after IS DISTINCT FROM before))[:100], '{}')) AS effect
    FROM moved GROUP BY id`)
  const byId = new Map(rows.map(({ id, effect }) => [id, effect]))
  return ids.map((id) => byId.get(id) ?? null)
}
