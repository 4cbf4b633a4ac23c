import { z } from 'zod'
import { lockLife } from '../../appraisals/commands/life.ts'
import { objectTo } from '../../appraisals/commands/objection-moves.ts'
import { settleNotices } from '../../notices.ts'
import { command } from '../../transact.ts'
import { mayObject } from '../policy.ts'
import { decisionDueAt } from '../rules/clocks.ts'
import { clockSettings, entityOf } from './locks.ts'
import { decidersOf, penilaiOf, tell } from './tell.ts'

/** Addresses of evidence of one objection. */
const evidenceUrls = z.array(z.url({ protocol: /^https?$/ }).max(500)).max(10)

/**
 * The rated person objects to a delivered result, in writing, within the window that began with the delivery (PP 30/2019 art. 59). Addressed to the
 * superior of the penilai; the clock of the decision begins (LOCAL, by the settings of the day of filing). `revision` is that of the appraisal. Errors: FORBIDDEN,
 * IMPORT_ONLY, STALE_VERSION, WRONG_STATE, FINAL_IMMUTABLE, OBJECTION_LATE, OBJECTION_EMPTY.
 */
export const fileObjection = command({
  input: z.strictObject({
    appraisalId: z.uuid(),
    revision: z.int().min(0),
    reasons: z.string().trim().max(8_000),
    evidenceUrls: evidenceUrls.nullish(),
  }),
  load: (tx, { appraisalId }, actor, now) => lockLife(tx, appraisalId, actor, now),
  allow: (actor, row, now, input) => mayObject(actor, row, now, input),
  run: async ({ tx, input: { reasons, evidenceUrls: given }, subject: appraisal, now }) => {
    const { settings, holidays } = await clockSettings(tx, now)
    const dueAt = decisionDueAt(now, settings, holidays)
    const { id, revision } = await tx.objection.create({
      data: {
        appraisalId: appraisal.id,
        reasons,
        evidenceUrls: given ?? [],
        filedAt: now,
        dueAt,
        deciderId: appraisal.superiorOfPenilaiId,
      },
      select: { id: true, revision: true },
    })
    await objectTo(tx, appraisal, now)
    await settleNotices(tx, { type: 'Appraisal', id: appraisal.id }, now, 'appraisal.delivered')
    await tell(
      tx,
      { id, revision, appraisal },
      [
        { kind: 'objection.toExamine', to: await decidersOf(tx, appraisal, 'objections.prepare', now), dueAt },
        { kind: 'objection.filed', to: penilaiOf(appraisal) },
      ],
      now,
    )
    return {
      result: { id },
      entity: entityOf({ id }),
      changes: { state: [null, 'DIAJUKAN'], appraisal: [null, appraisal.id], dueAt: [null, dueAt.toISOString()] },
      reason: reasons,
    }
  },
  audit: 'objection.filed',
})
