import type { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { nothing, standsInFor } from '../../organization/queries.ts'

/**
 * Current appraisals that the actor is to judge: as the penilai of the snapshot, of a part of the year, as the present superior where there is none, or
 * standing in for one today (PLT, PLH, PJ). Nobody for a token or somebody without a post.
 */
export function teamOf(actor: Actor, now: Date): Prisma.AppraisalWhereInput {
  if (actor.employeeId === null || actor.scopes !== null) return nothing
  const me = actor.employeeId
  return {
    isCurrent: true,
    employeeId: { not: me },
    OR: [
      { penilaiId: me },
      { parts: { some: { penilaiId: me } } },
      { penilaiId: null, employee: { superiorId: me } },
      { employee: standsInFor(me, civilDate(now)) },
    ],
  }
}
