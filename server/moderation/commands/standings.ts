import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'

/** Keeps how each appraisal of the unit stands as the session begins, beside what the evidence alone suggests. */
export async function keepStandings(tx: Transaction, sessionId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO calibration_standing (session_id, appraisal_id, before, suggested)
    SELECT s.id, a.id, a.predikat, CASE WHEN a.rated_at IS NULL THEN a.predikat ELSE a.suggested_predikat END
    FROM calibration_session s JOIN unit_ancestor up ON up.ancestor_id = s.unit_id
    JOIN appraisal a ON a.unit_id = up.unit_id AND a.period_id = s.period_id AND a.is_current AND a.state <> 'BATAL'
    WHERE s.id = ${sessionId}::uuid ON CONFLICT DO NOTHING`)
}

/** Keeps how they stand as it is locked; the session must not be locked yet, because then nothing of it changes any more. */
export async function closeStandings(tx: Transaction, sessionId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE calibration_standing t SET after = a.predikat FROM appraisal a WHERE a.id = t.appraisal_id AND t.session_id = ${sessionId}::uuid`)
}
