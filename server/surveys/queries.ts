import type { Prisma } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { nothing, underUnits } from '../organization/queries.ts'

/** Surveys that the actor sees from inside: within the reach of `surveys.read`. */
export function surveysInside(actor: Actor): Prisma.SurveyWhereInput {
  const reach = reachOf(actor, 'surveys.read')
  if (reach === 'ALL') return {}
  return reach.length > 0 ? underUnits(reach) : nothing
}

/**
 * Surveys that exist for this actor: for whoever is signed in those with an official result (domain TA2), which one keeps that was opened again; drafts and others that
 * run from inside.
 */
export function visibleSurveys(actor: Actor): Prisma.SurveyWhereInput {
  if (actor.kind === 'ANONYMOUS') return nothing
  const inside = surveysInside(actor)
  const settled = { snapshot: { isNot: null } } satisfies Prisma.SurveyWhereInput
  return Object.keys(inside).length === 0 ? {} : { OR: [settled, inside] }
}
