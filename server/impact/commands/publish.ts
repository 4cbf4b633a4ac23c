import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { unitsAbovePrograms } from '../../evaluations/queries/facts.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { command } from '../../transact.ts'
import { mayPublish } from '../policy.ts'
import { visibleImpacts } from '../queries.ts'
import { overclaims } from '../rules/claim-words.ts'

/**
 * A named person publishes a result in words that it carries: words of cause only from BUKTI_KUASI on, never "no effect" (D8). An older edition stays and is
 * marked so. Errors: CONFLICT_OF_INTEREST, FORBIDDEN, INVALID_INPUT (naming the words), NOT_FOUND, WRONG_STATE.
 */
export const publishImpact = command({
  input: z.strictObject({ evaluationId: z.uuid(), summary: z.string().trim().min(20).max(4_000) }),
  load: async (tx, { evaluationId: id }, actor) => {
    const seen = await tx.impactEvaluation.findFirst({
      where: { id, AND: [visibleImpacts(actor)] },
      select: { programmeId: true },
    })
    if (!seen) return null
    const { programmeId } = seen
    await tx.$queryRaw(Prisma.sql`SELECT id FROM pembinaan_programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`)
    const evaluation = await tx.impactEvaluation.findUniqueOrThrow({ where: { id } })
    return { ...evaluation, underUnitIds: (await unitsAbovePrograms(tx, [programmeId])).get(programmeId) ?? [] }
  },
  allow: (actor, evaluation) => mayPublish(actor, evaluation),
  run: async ({ tx, input: { evaluationId, summary }, subject, actor, now }) => {
    const { programmeId, verdict, claimLevel } = subject
    const words = overclaims(summary, { verdict, level: claimLevel })
    if (words.length > 0) {
      const list = words.map((word) => `“${word}”`).join(', ')
      const sentence = {
        id: `Ringkasan mengklaim lebih daripada yang dicapai (${claimLevel}): ${list}. Pakai kata seperti “berkaitan dengan” atau “perbedaan belum terlihat”.`,
        en: `The summary claims more than was reached (${claimLevel}): ${list}. Use words such as “associated with” or “no difference shown”.`,
      }
      throw new DomainError('INVALID_INPUT', sentence, { summary: sentence })
    }
    const last = await tx.impactPublication.aggregate({ where: { programmeId }, _max: { version: true } })
    await tx.impactPublication.updateMany({ where: { programmeId, isCurrent: true }, data: { isCurrent: false } })
    const version = (last._max.version ?? 0) + 1
    const { id } = await tx.impactPublication.create({
      data: {
        ...{ evaluationId, programmeId, version, summary, verdict, claimLevel },
        ...{ publishedById: actor.id ?? '', publishedByName: actor.label, publishedAt: now },
      },
      select: { id: true },
    })
    return {
      result: { id },
      entity: { type: 'ImpactPublication', id },
      changes: { version: [null, version], claimLevel: [null, claimLevel], verdict: [null, verdict] },
    }
  },
  audit: 'impact.published',
})
