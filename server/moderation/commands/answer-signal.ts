import { z } from 'zod'
import { command } from '../../transact.ts'
import { mayAnswerSignal } from '../policy/signals.ts'
import { orgPredikatFacts } from '../queries/facts.ts'
import { signalCodes } from '../rules/signals.ts'

/**
 * Answers a question that the data raise about a unit. An answer is never a confession and changes no number; later ones stand beside it. Errors: FORBIDDEN.
 */
export const answerSignal = command({
  input: z.strictObject({
    unitId: z.uuid(),
    periodKey: z.string().max(10),
    code: z.enum(signalCodes),
    answer: z.string().trim().min(10).max(4_000),
  }),
  load: async (tx, { unitId, periodKey }) => {
    const period = await tx.period.findUnique({ where: { key: periodKey }, select: { id: true, parentId: true } })
    // Who leads a unit is told by the plans of the year.
    const facts = period && (await orgPredikatFacts(tx, { unitId, periodId: period.parentId ?? period.id }))
    return facts && { ...facts, periodId: period.id }
  },
  allow: (actor, facts) => mayAnswerSignal(actor, facts),
  run: async ({ tx, input: { unitId, code, answer }, subject: { periodId }, actor, now }) => {
    const { id } = await tx.signalAnswer.create({
      data: { unitId, periodId, code, answer, answeredById: actor.employeeId, answeredAt: now },
      select: { id: true },
    })
    return {
      result: { id },
      entity: { type: 'SignalAnswer', id },
      changes: { unit: [null, unitId], period: [null, periodId], code: [null, code] },
      reason: answer,
    }
  },
  audit: 'signal.answered',
})
