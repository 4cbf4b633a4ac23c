import { lifeOf } from '../../appraisals/queries/life.ts'
import type { Context } from '../../context.ts'
import type { Objection } from '../../generated/prisma/client.ts'
import { found } from '../../list.ts'
import type { ObjectionFacts } from '../policy.ts'

/** What the policy must know of an objection of an answer: all of its appraisals cost one statement. */
export async function objectionFacts(
  context: Context,
  { state, revision, hearUntil, appraisalId }: Pick<Objection, 'state' | 'revision' | 'hearUntil' | 'appraisalId'>,
): Promise<ObjectionFacts> {
  return { state, revision, hearUntil, appraisal: found(await lifeOf(context, appraisalId)) }
}
