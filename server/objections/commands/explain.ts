import { z } from 'zod'
import type { ObjectionState } from '../../generated/prisma/client.ts'
import { settleNotices } from '../../notices.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayStep, objectionMoves } from '../policy.ts'
import { step } from './examine.ts'
import { entityOf, type LockedObjection, lockObjection } from './locks.ts'
import { decidersOf, passOn } from './tell.ts'

const input = z.strictObject({ ...step, statement: z.string().trim().min(10).max(8_000) })

/** The penilai explains the rating. Errors: NOT_PENILAI, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE. */
export const explainRating = command({
  input,
  load: (tx, { id }, actor, now) => lockObjection(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayStep(actor, row, now, 'EXPLAIN_RATING', revision),
  run: async ({ tx, input: { statement }, subject, now }) => {
    const state = await hear(tx, subject, { penilaiStatement: statement }, now)
    return { result: { id: subject.id }, entity: entityOf(subject), changes: { state: [subject.state, state] } }
  },
  audit: 'objection.ratingExplained',
})

/** The employee adds to the objection what the examiner asks about. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const explainObjection = command({
  input,
  load: (tx, { id }, actor, now) => lockObjection(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayStep(actor, row, now, 'EXPLAIN_OBJECTION', revision),
  run: async ({ tx, input: { statement }, subject, now }) => {
    const state = await hear(tx, subject, { employeeStatement: statement }, now)
    return { result: { id: subject.id }, entity: entityOf(subject), changes: { state: [subject.state, state] } }
  },
  audit: 'objection.explained',
})

/** Takes down what one side says; the second side makes the case ready, and whoever decides is told. */
async function hear(
  tx: Transaction,
  { id, state, appraisal, dueAt }: LockedObjection,
  said: { readonly penilaiStatement: string } | { readonly employeeStatement: string },
  now: Date,
): Promise<ObjectionState> {
  const isPenilai = 'penilaiStatement' in said
  const first = isPenilai ? objectionMoves.PENILAI_EXPLAINS : objectionMoves.EMPLOYEE_EXPLAINS
  const last = isPenilai ? objectionMoves.PENILAI_EXPLAINS_LAST : objectionMoves.EMPLOYEE_EXPLAINS_LAST
  const { to } = first.from.includes(state) ? first : last
  const { revision } = await tx.objection.update({
    where: { id },
    data: { ...said, state: to, revision: { increment: 1 } },
    select: { revision: true },
  })
  if (to !== 'SIAP_DIPUTUS') {
    await settleNotices(tx, entityOf({ id }), now, isPenilai ? 'objection.toExplainRating' : 'objection.toExplain')
    return to
  }
  const deciders = await decidersOf(tx, appraisal, 'objections.decide', now)
  await passOn(tx, { id, revision, appraisal }, [{ kind: 'objection.toDecide', to: deciders, dueAt }], now)
  return to
}
