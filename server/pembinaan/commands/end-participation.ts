import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'

/**
 * A kernel of the commands: attendance of everybody is the share of the sessions whose sheet they signed, in per cent with 2 decimals half-up; whoever
 * signed none did not show up. Programmes without sessions keep what was entered.
 */
export async function endParticipation(tx: Transaction, programmeId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE participant p SET
      attendance_pct = CASE WHEN s.sessions = 0 THEN p.attendance_pct ELSE round(100.0 * coalesce(t.signed, 0) / s.sessions, 2) END,
      state = CASE WHEN s.sessions > 0 AND coalesce(t.signed, 0) = 0 THEN 'NO_SHOW'::participant_state
        WHEN p.state = 'CONFIRMED' AND s.sessions > 0 THEN 'ATTENDED'::participant_state ELSE p.state END,
      completed_on = g.ends_on, revision = p.revision + 1
    FROM pembinaan_programme g,
      LATERAL (SELECT count(*)::numeric AS sessions FROM programme_session WHERE programme_id = g.id) s,
      LATERAL (SELECT participant.id, (SELECT count(*)::numeric FROM attendance a WHERE a.participant_id = participant.id) AS signed
        FROM participant WHERE participant.programme_id = g.id) t
    WHERE g.id = ${programmeId}::uuid AND p.programme_id = g.id AND t.id = p.id AND p.state IN ('INVITED', 'CONFIRMED', 'ATTENDED')`)
}
