import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { notify, settleNotices } from '../../notices.ts'
import { command } from '../../transact.ts'
import { mayMove } from '../policy/life.ts'
import { decision, entityOf, lockLife, move, noticeOf, words } from './life.ts'

/**
 * The rated person says what they make of the period, on the whole and of single results. May be said anew until the penilai has verified the
 * evidence. The penilai is told that it is their turn. Errors: WRONG_STATE, STALE_VERSION, IMPORT_ONLY; INVALID_INPUT for a result that is not in
 * the plan.
 */
export const selfAssess = command({
  input: z.strictObject({
    ...decision,
    text: words,
    results: z
      .array(z.strictObject({ number: z.int().min(1).max(99), text: words }))
      .max(30)
      .optional(),
  }),
  load: (tx, { id }, actor, now) => lockLife(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayMove(actor, row, now, 'SELF_ASSESS', revision),
  run: async ({ tx, input: { id, text, results = [] }, subject: row, now }) => {
    const planned = await tx.rhkResult.findMany({ where: { appraisalId: id }, select: { number: true } })
    const strange = results.find(({ number }) => !planned.some((one) => one.number === number))
    if (strange) throw unknownResult(strange.number)
    await move(
      tx,
      id,
      'PENILAIAN_DIRI',
      { selfAssessment: text, selfAssessedItems: results.length > 0 ? results : undefined, selfAssessedAt: now },
      now,
    )
    await settleNotices(tx, entityOf(row), now, 'appraisal.toSelfAssess')
    const judges = new Set([...row.penilaiIds, ...row.parts.flatMap(({ penilaiIds }) => penilaiIds)])
    await notify(
      tx,
      [...judges].map((judge) => noticeOf(row, judge, 'appraisal.toRate', 'turn', { dueAt: row.rateUntil })),
      now,
    )
    return {
      result: { id },
      entity: entityOf(row),
      changes: { state: [row.state, 'PENILAIAN_DIRI'], characters: [null, text.length] },
    }
  },
  audit: 'appraisal.selfAssessed',
})

function unknownResult(number: number): DomainError {
  const sentence = {
    id: `Hasil kerja nomor ${number} tidak ada dalam SKP ini.`,
    en: `There is no result number ${number} in this plan.`,
  }
  return new DomainError('INVALID_INPUT', sentence, { results: sentence })
}

/**
 * The penilai confirms having looked through the evidence. Possible without a self-assessment only once its time is over, and the record says so.
 * Errors: NOT_PENILAI, SELF_APPRAISAL, IMPORT_ONLY, STALE_VERSION, WRONG_STATE; EVIDENCE_REQUIRED while measurements of the person wait for
 * verification.
 */
export const verifyEvidence = command({
  input: z.strictObject(decision),
  load: (tx, { id }, actor, now) => lockLife(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayMove(actor, row, now, 'VERIFY_EVIDENCE', revision),
  run: async ({ tx, input: { id }, subject: row, now }) => {
    await move(tx, id, 'BUKTI_DIVERIFIKASI', { evidenceVerifiedAt: now }, now)
    await settleNotices(tx, entityOf(row), now, 'appraisal.toSelfAssess')
    return {
      result: { id },
      entity: entityOf(row),
      changes: {
        state: [row.state, 'BUKTI_DIVERIFIKASI'],
        ...(row.hasSelfAssessed ? {} : { selfAssessment: [null, 'SKIPPED_AFTER_DEADLINE'] as const }),
      },
    }
  },
  audit: 'appraisal.evidenceVerified',
})
