import { z } from 'zod'
import { Prisma } from '../../generated/prisma/client.ts'
import { command } from '../../transact.ts'
import { mayReviewComment } from '../policy.ts'
import { surveyFacts } from '../queries/facts.ts'
import { surveysInside } from '../queries.ts'

/** Releases a comment or holds it back (domain E4): a person has read it for what names somebody. A decision may be taken again. FORBIDDEN. */
export const reviewComment = command({
  input: z.strictObject({ id: z.uuid(), decision: z.enum(['RELEASED', 'WITHHELD']) }),
  load: async (tx, { id }, actor, now) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM survey_comment WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
    const comment = await tx.surveyComment.findFirst({
      where: { id, survey: surveysInside(actor) },
      select: { surveyId: true, state: true },
    })
    const facts = comment && (await surveyFacts(tx, [comment.surveyId], now)).get(comment.surveyId)
    return comment && facts ? { ...comment, underUnitIds: facts.underUnitIds } : null
  },
  allow: (actor, { underUnitIds }) => mayReviewComment(actor, underUnitIds),
  run: async ({ tx, input: { id, decision }, subject, actor, now }) => {
    await tx.surveyComment.update({
      where: { id },
      data: { state: decision, reviewedById: actor.id, reviewedAt: now },
      select: { id: true },
    })
    return {
      result: { surveyId: subject.surveyId },
      entity: { type: 'SurveyComment', id },
      changes: { state: [subject.state, decision] },
    }
  },
  audit: 'survey.commentReviewed',
})
