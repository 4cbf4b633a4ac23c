import { z } from 'zod'
import { decide, examine } from '../../appraisals/commands/objection-moves.ts'
import { command } from '../../transact.ts'
import { mayStep } from '../policy.ts'
import { hearUntil } from '../rules/clocks.ts'
import { clockSettings, entityOf, lockObjection } from './locks.ts'
import { decidersOf, passOn, penilaiOf } from './tell.ts'

/** One objection, at the revision that the person read. */
export const step = { id: z.uuid(), revision: z.int().min(0) } as const

/**
 * Accepts an objection for examination: both sides are asked to explain themselves until the hearing ends (LOCAL, by the settings of the day). Errors:
 * FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE.
 */
export const acceptObjection = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor, now) => lockObjection(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayStep(actor, row, now, 'ACCEPT_OBJECTION', revision),
  run: async ({ tx, input: { id }, subject: { appraisal }, now }) => {
    const { settings, holidays } = await clockSettings(tx, now)
    const until = hearUntil(now, settings, holidays)
    const { revision } = await tx.objection.update({
      where: { id },
      data: { state: 'DITERIMA', hearUntil: until, deciderId: appraisal.superiorOfPenilaiId, revision: { increment: 1 } },
      select: { revision: true },
    })
    await examine(tx, appraisal, now)
    await passOn(
      tx,
      { id, revision, appraisal },
      [
        { kind: 'objection.toExplainRating', to: penilaiOf(appraisal), dueAt: until },
        { kind: 'objection.toExplain', to: [{ employeeId: appraisal.employeeId }], dueAt: until },
      ],
      now,
    )
    return {
      result: { id },
      entity: entityOf({ id }),
      changes: { state: ['DIAJUKAN', 'DITERIMA'], hearUntil: [null, until.toISOString()] },
    }
  },
  audit: 'objection.accepted',
})

/**
 * Declares an objection inadmissible, with the reason: it is not against the rating, or says nothing that can be examined. The delivered result becomes final.
 * Errors: FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE.
 */
export const declareInadmissible = command({
  input: z.strictObject({ ...step, reason: z.string().trim().min(30).max(4_000) }),
  load: (tx, { id }, actor, now) => lockObjection(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayStep(actor, row, now, 'DECLARE_OBJECTION_INADMISSIBLE', revision),
  run: async ({ tx, input: { id, reason }, subject: { appraisal }, actor, now }) => {
    const { revision } = await tx.objection.update({
      where: { id },
      data: {
        state: 'TIDAK_DAPAT_DITERIMA',
        inadmissibleReason: reason,
        decidedAt: now,
        decidedById: actor.employeeId,
        revision: { increment: 1 },
      },
      select: { revision: true },
    })
    await examine(tx, appraisal, now)
    await decide(tx, appraisal, null, now)
    await passOn(
      tx,
      { id, revision, appraisal },
      [{ kind: 'objection.inadmissible', to: [{ employeeId: appraisal.employeeId }], reason }],
      now,
    )
    return { result: { id }, entity: entityOf({ id }), changes: { state: ['DIAJUKAN', 'TIDAK_DAPAT_DITERIMA'] }, reason }
  },
  audit: 'objection.inadmissible',
})

/** Ends the hearing once its time is over: the silence of a side blocks nobody. Errors: FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE. */
export const closeHearing = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor, now) => lockObjection(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayStep(actor, row, now, 'CLOSE_HEARING', revision),
  run: async ({ tx, input: { id }, subject: { appraisal, state, dueAt }, now }) => {
    const { revision } = await tx.objection.update({
      where: { id },
      data: { state: 'SIAP_DIPUTUS', revision: { increment: 1 } },
      select: { revision: true },
    })
    const to = await decidersOf(tx, appraisal, 'objections.decide', now)
    await passOn(tx, { id, revision, appraisal }, [{ kind: 'objection.toDecide', to, dueAt }], now)
    return { result: { id }, entity: entityOf({ id }), changes: { state: [state, 'SIAP_DIPUTUS'] } }
  },
  audit: 'objection.hearingClosed',
})
