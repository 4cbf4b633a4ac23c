import { z } from 'zod'
import { decide, type NewRating } from '../../appraisals/commands/objection-moves.ts'
import { DomainError } from '../../errors.ts'
import { command } from '../../transact.ts'
import { mayStep } from '../policy.ts'
import { rulingFault } from '../rules/decision.ts'
import { step } from './examine.ts'
import { entityOf, lockObjection } from './locks.ts'
import { passOn, penilaiOf } from './tell.ts'

const level = z.enum(['DI_ATAS', 'SESUAI', 'DI_BAWAH'])

/**
 * The superior of the penilai decides (PP 30/2019 art. 59: the decision is final). Rejected, the delivered result becomes final; granted, wholly or in part, a
 * successor version holds the new levels and the delivered one is kept as it was. Errors: FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE; INVALID_INPUT
 * of {@link rulingFault}.
 */
export const decideObjection = command({
  input: z.strictObject({
    ...step,
    decision: z.enum(['DITOLAK', 'DIKABULKAN_SEBAGIAN', 'DIKABULKAN']),
    reason: z.string().trim().min(30).max(4_000),
    result: level.nullish(),
    behaviour: level.nullish(),
  }),
  load: (tx, { id }, actor, now) => lockObjection(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayStep(actor, row, now, 'DECIDE_OBJECTION', revision),
  run: async ({ tx, input: { id, decision, reason, result = null, behaviour = null }, subject: { appraisal }, actor, now }) => {
    const delivered = {
      result: appraisal.resultRating,
      behaviour: appraisal.behaviourRating,
      isMisconduct: appraisal.isMisconduct,
    }
    const fault = rulingFault(delivered, { decision, result, behaviour })
    if (fault) throw new DomainError(fault.code, fault.sentence, fault.fields)
    const rating: NewRating | null =
      result === null || behaviour === null ? null : { result, behaviour, reason, decidedById: actor.employeeId }
    const holds = await decide(tx, appraisal, rating, now)
    const { revision } = await tx.objection.update({
      where: { id },
      data: {
        state: 'DIPUTUS',
        decision,
        decisionReason: reason,
        newResult: result,
        newBehaviour: behaviour,
        decidedAt: now,
        decidedById: actor.employeeId,
        revision: { increment: 1 },
      },
      select: { revision: true },
    })
    const to = [{ employeeId: appraisal.employeeId }, ...penilaiOf(appraisal)]
    await passOn(tx, { id, revision, appraisal }, [{ kind: 'objection.decided', to }], now)
    return {
      result: { id },
      entity: entityOf({ id }),
      changes: {
        state: ['SIAP_DIPUTUS', 'DIPUTUS'],
        decision: [null, decision],
        appraisal: [appraisal.id, holds],
        ...(rating ? { resultRating: [delivered.result, result], behaviourRating: [delivered.behaviour, behaviour] } : {}),
      },
      reason,
    }
  },
  audit: 'objection.decided',
})
