import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { BehaviourValue, FeedbackTone } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { notify } from '../../notices.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayChangeFeedback, mayCounter, mayGiveFeedback } from '../policy.ts'
import { feedbackPair, visibleFeedback } from '../queries/feedback.ts'
import { quarterKey } from '../rules/feedback.ts'
import { paragraph } from './inputs.ts'

/** What a feedback says: of a planned result or of one of the seven values, in words, with an address of evidence. */
export const feedbackContent = {
  tone: z.enum(FeedbackTone),
  rhkId: globalId('Rhk')
    .nullish()
    .transform((value) => value ?? null),
  value: z
    .enum(BehaviourValue)
    .nullish()
    .transform((value) => value ?? null),
  text: paragraph(3, 1_000),
  evidenceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish()
    .transform((value) => value ?? null),
}

type Content = { readonly rhkId: string | null; readonly value: BehaviourValue | null }

/** A feedback is tied to one result of the ratee or to one value (domain A4). */
export async function refuseLoose(tx: Pick<Transaction, 'rhk'>, employeeId: string, { rhkId, value }: Content): Promise<void> {
  const isKnown = rhkId === null || (await tx.rhk.count({ where: { id: rhkId, skp: { employeeId } } })) === 1
  if (isKnown && (rhkId === null) !== (value === null)) return
  const sentence = {
    id: 'Kaitkan umpan balik dengan satu RHK pegawai itu atau satu nilai BerAKHLAK.',
    en: 'Tie the feedback to one planned result of this person or to one value.',
  }
  throw new DomainError('INVALID_INPUT', sentence, { value: sentence })
}

/** Feedback of a leader under their name, read by the ratee at once; answers its id. FORBIDDEN for everybody else, whose way is unnamed. */
export const giveFeedback = command({
  input: z.strictObject({ employeeId: globalId('Employee'), ...feedbackContent }),
  load: (tx, { employeeId }, actor) => feedbackPair(tx, actor, employeeId),
  allow: (_actor, pair) => mayGiveFeedback(pair, true),
  run: async ({ tx, input, subject: pair, now }) => {
    await refuseLoose(tx, pair.rateeId, input)
    const today = civilDate(now)
    const { id } = await tx.feedback.create({
      data: {
        ...input,
        group: 'PIMPINAN',
        authorId: pair.authorId,
        givenOn: today,
        periodKey: quarterKey(today),
        createdAt: now,
      },
      select: { id: true },
    })
    const entity = { type: 'Feedback', id }
    await notify(tx, [{ to: { employeeId: pair.rateeId }, kind: 'feedback.received', params: {}, entity, cause: id }], now)
    return { result: id, entity, changes: { employeeId: [null, pair.rateeId], tone: [null, input.tone] } }
  },
  audit: 'feedback.given',
})

/** Mends a leader's feedback by its author within 24 hours; later WRONG_STATE, and a counter-entry corrects it. */
export const changeFeedback = command({
  input: z.strictObject({ id: globalId('Feedback'), ...feedbackContent }),
  load: async (tx, { id }, actor) => {
    await tx.$queryRaw`SELECT id FROM feedback WHERE id = ${id}::uuid FOR NO KEY UPDATE`
    return tx.feedback.findFirst({ where: { id, AND: [visibleFeedback(actor)] } })
  },
  allow: (actor, feedback, now) => mayChangeFeedback(actor, feedback, now),
  run: async ({ tx, input: { id, ...content }, subject: feedback }) => {
    await refuseLoose(tx, feedback.employeeId, content)
    await tx.feedback.update({ where: { id }, data: content, select: { id: true } })
    const changes = { text: [feedback.text, content.text], tone: [feedback.tone, content.tone] } as const
    return { result: id, entity: { type: 'Feedback', id }, changes }
  },
  audit: 'feedback.changed',
})

/** Corrects a leader's feedback by its author with an entry of its own, which stands beside it; answers the id of the new one. */
export const counterFeedback = command({
  input: z.strictObject({ id: globalId('Feedback'), tone: feedbackContent.tone, text: feedbackContent.text }),
  load: (tx, { id }, actor) => tx.feedback.findFirst({ where: { id, AND: [visibleFeedback(actor)] } }),
  allow: (actor, feedback) => mayCounter(actor, feedback),
  run: async ({ tx, input: { id: counterOfId, tone, text }, subject: feedback, now }) => {
    const today = civilDate(now)
    const { employeeId, group, authorId, rhkId, value } = feedback
    const { id } = await tx.feedback.create({
      data: {
        ...{ employeeId, group, authorId, rhkId, value, tone, text, counterOfId },
        ...{ givenOn: today, periodKey: quarterKey(today), createdAt: now },
      },
      select: { id: true },
    })
    const entity = { type: 'Feedback', id }
    await notify(tx, [{ to: { employeeId }, kind: 'feedback.received', params: {}, entity, cause: id }], now)
    return { result: id, entity, changes: { counterOfId: [null, counterOfId] } }
  },
  audit: 'feedback.countered',
})
