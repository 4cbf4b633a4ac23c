import { z } from 'zod'
import { refuse } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { isPerson } from '../../pembinaan/policy/guards.ts'
import { command } from '../../transact.ts'
import { reactionQuestions, reactionScale } from '../rules/kirkpatrick.ts'

const answer = z.int().min(reactionScale.least).max(reactionScale.most)

/** A participant rates a programme that they took part in, once (Kirkpatrick level 1). Errors: CONFLICT, FORBIDDEN, INVALID_INPUT, WRONG_STATE. */
export const giveReaction = command({
  input: z.strictObject({
    participantId: z.uuid(),
    answers: z.array(answer).length(Object.keys(reactionQuestions).length),
  }),
  load: (tx, { participantId }) =>
    tx.participant.findUnique({ where: { id: participantId }, include: { programme: { select: { endsOn: true } } } }),
  allow: (actor, { employeeId, state, programme }, now) => {
    if (!isPerson(actor, employeeId))
      return refuse('FORBIDDEN', 'Hanya peserta sendiri yang menilai program.', 'Only participants rate a programme themselves.')
    if (['ATTENDED', 'PASSED', 'FAILED'].includes(state) && programme.endsOn <= civilDate(now)) return true
    return refuse('WRONG_STATE', 'Program belum Anda selesaikan.', 'You have not finished the programme.')
  },
  run: async ({ tx, input: { participantId, answers }, subject, now }) => {
    await tx.trainingReaction.create({ data: { participantId, answers, answeredOn: civilDate(now) } })
    // What was answered is nobody's business: the trail says that, not what.
    return { result: { id: participantId }, entity: { type: 'PembinaanProgramme', id: subject.programmeId } }
  },
  audit: 'training.reacted',
})
