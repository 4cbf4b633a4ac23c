import type { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, canEverywhere, mayKeepViews } from '../policy.ts'
import { viewListNames } from '../rules/view-lists.ts'

/**
 * Which saved views exist for this actor, all of them of lists that they may open: their own, those that are shared, and the default views of
 * the roles that they hold; an administrator of the city sees the defaults of every role.
 */
export function visibleViews(actor: Actor): Prisma.SavedViewWhereInput {
  if (actor.kind !== 'USER' || actor.id === null) return { id: { in: [] } }
  const roles = [...new Set(actor.grants.map(({ role }) => role))]
  return {
    resource: { in: viewListNames.filter((name) => mayKeepViews(actor, name) === true) },
    OR: [
      { ownerId: actor.id },
      { audience: 'SHARED' },
      { audience: 'ROLE_DEFAULT', ...(canEverywhere(actor, 'settings.manage') ? {} : { role: { in: roles } }) },
    ],
  }
}
