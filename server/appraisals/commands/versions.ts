import { z } from 'zod'
import { Prisma, type ReopenGround } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import { notify, settleNotices } from '../../notices.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayMove } from '../policy/life.ts'
import type { LifeRow } from '../queries/life.ts'
import { predikatOf } from '../rules/predikat.ts'
import { decision, entityOf, lockLife, move, noticeOf, shiftCounts, words } from './life.ts'
import { withdrawFromSummaries } from './summary-withdrawal.ts'

/**
 * Opens a final result again: on an order of the PyB, a judgement, or for fraud in the data, and by nobody without the permission for the unit. The
 * final version stays as it is; a successor begins at the suggestion, and the next computation looks at today's data for it. This is also the
 * only way by which a measurement that is corrected after its period was closed reaches a final result (domain B3). Errors: FORBIDDEN,
 * SELF_APPRAISAL, STALE_VERSION, WRONG_STATE, FINAL_IMMUTABLE.
 */
export const reopenAppraisal = command({
  input: z.strictObject({
    ...decision,
    ground: z.enum(['PYB_ORDER', 'COURT', 'DATA_FRAUD']),
    reason: words.min(30),
  }),
  load: (tx, { id }, actor, now) => lockLife(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayMove(actor, row, now, 'REOPEN', revision),
  run: async ({ tx, input: { ground, reason }, subject: row, now }) => {
    const successorId = await succeed(tx, row, { ground, reason }, now)
    const { result, behaviour } = row.suggestion
    // What was suggested, not what was decided: the judgement starts afresh. Without a suggestion there is no predikat, as after a computation.
    const after = {
      resultRating: result,
      behaviourRating: behaviour,
      ...(result !== null && behaviour !== null
        ? { predikat: predikatOf(result, behaviour), noPredikatReason: null }
        : { predikat: null, noPredikatReason: result === null ? ('INSUFFICIENT_DATA' as const) : ('NO_BEHAVIOUR' as const) }),
    }
    await tx.appraisal.update({ where: { id: successorId }, data: after, select: { id: true } })
    await shiftCounts(tx, row, row, after)
    await notify(
      tx,
      [...new Set([row.employeeId, ...row.penilaiIds])].map((to) =>
        noticeOf({ ...row, id: successorId }, to, 'appraisal.reopened', 'reopened', { reason }),
      ),
      now,
    )
    return {
      result: { id: successorId },
      entity: entityOf(row),
      changes: { successor: [null, successorId], ground: [null, ground] },
      reason,
    }
  },
  audit: 'appraisal.reopened',
})

/** Columns that a successor takes over: whom and what is judged, on which inputs; nothing of who decided what when. */
const inherited = Prisma.raw(
  `employee_id, period_id, kind, system, skp_id, unit_id, unit_path, position_title, penilai_id, legal_standing, is_misconduct, result_status, result_rating,
  result_ambiguous, share_above, share_below, weighted_score, excluded_weight_pct, behaviour_rating, behaviour_ambiguous, behaviour_above, behaviour_below,
  behaviour_inputs, predikat, no_predikat_reason, rules_version, settings, computed_at`,
)

/**
 * A new version (TERBUKA) of a final appraisal, whose row is locked, with copies of everything that it was judged on; the old one is no
 * longer current. Its ratings are those of the old one, so that the kept counts stay right until the caller changes them. Answers its id.
 */
export async function succeed(
  tx: Transaction,
  { id, version }: Pick<LifeRow, 'id' | 'version'>,
  { ground, reason }: { readonly ground: ReopenGround; readonly reason: string },
  now: Date,
): Promise<string> {
  const successorId = newId()
  await tx.appraisal.update({ where: { id }, data: { isCurrent: false, updatedAt: now }, select: { id: true } })
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO appraisal (id, version, predecessor_id, reopen_ground, reopen_reason, input_hash, created_at, updated_at, ${inherited})
    SELECT ${successorId}::uuid, ${version + 1}, id, ${ground}::reopen_ground, ${reason}, '', ${now}, ${now}, ${inherited} FROM appraisal WHERE id = ${id}::uuid`)
  await tx.$executeRaw(Prisma.sql`
    WITH copied AS (
      INSERT INTO rhk_result (id, appraisal_id, rhk_id, number, title, kind, weight, share, achievement_pct, level)
      SELECT gen_random_uuid(), ${successorId}::uuid, rhk_id, number, title, kind, weight, share, achievement_pct, level
      FROM rhk_result WHERE appraisal_id = ${id}::uuid RETURNING id, number
    )
    INSERT INTO iki_result (id, rhk_result_id, iki_id, number, indicator_version_id, series_id, weight, status, missing, achievement_pct, level, realised_value,
      denominator, target_min, target_max, tolerance_pct, quarters_used, quarters_excluded, quarters_not_submitted, latest_measured_on, inputs)
    SELECT gen_random_uuid(), copied.id, i.iki_id, i.number, i.indicator_version_id, i.series_id, i.weight, i.status, i.missing, i.achievement_pct, i.level,
      i.realised_value, i.denominator, i.target_min, i.target_max, i.tolerance_pct, i.quarters_used, i.quarters_excluded, i.quarters_not_submitted,
      i.latest_measured_on, i.inputs
    FROM copied JOIN rhk_result r ON r.appraisal_id = ${id}::uuid AND r.number = copied.number JOIN iki_result i ON i.rhk_result_id = r.id`)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO appraisal_part (id, appraisal_id, skp_id, penilai_id, starts_on, ends_on, months, suggested_result, weighted_score)
    SELECT gen_random_uuid(), ${successorId}::uuid, skp_id, penilai_id, starts_on, ends_on, months, suggested_result, weighted_score
    FROM appraisal_part WHERE appraisal_id = ${id}::uuid`)
  return successorId
}

/** Cancels the appraisal of somebody who served less than a month of the period (domain G2). It no longer counts anywhere. Errors: FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE, FINAL_IMMUTABLE. */
export const cancelAppraisal = command({
  input: z.strictObject({ ...decision, reason: words.min(10) }),
  load: (tx, { id }, actor, now) => lockLife(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayMove(actor, row, now, 'CANCEL', revision),
  run: async ({ tx, input: { id, reason }, subject: row, now }) => {
    await withdrawFromSummaries(tx, row)
    await move(tx, id, 'BATAL', { cancelReason: reason }, now)
    await settleNotices(tx, entityOf(row), now)
    return { result: { id }, entity: entityOf(row), changes: { state: [row.state, 'BATAL'] }, reason }
  },
  audit: 'appraisal.cancelled',
})
