import { z } from 'zod'
import { command } from '../../transact.ts'
import { mayStep } from '../policy.ts'
import { step } from './examine.ts'
import { entityOf, lockObjection } from './locks.ts'

/**
 * The tim proposes a ruling to the PPK where nobody stands above the penilai (LOCAL, domain A11); a later proposal replaces it and whoever decides is
 * bound by none. Errors: FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE.
 */
export const proposeRuling = command({
  input: z.strictObject({ ...step, proposal: z.string().trim().min(30).max(4_000) }),
  load: (tx, { id }, actor, now) => lockObjection(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayStep(actor, row, now, 'PROPOSE_RULING', revision),
  run: async ({ tx, input: { id, proposal }, subject, actor, now }) => {
    await tx.objection.update({
      where: { id },
      data: { proposal, proposedAt: now, proposedById: actor.employeeId, revision: { increment: 1 } },
      select: { id: true },
    })
    return { result: { id }, entity: entityOf({ id }), changes: { proposal: [subject.proposal, proposal] } }
  },
  audit: 'objection.rulingProposed',
})
