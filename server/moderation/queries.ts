import type { Prisma } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { nothing, underUnits } from '../organization/queries.ts'

/** Calibration sessions that exist for this actor: those of their members, and those within the reach of `appraisals.read`. */
export function visibleSessions(actor: Actor): Prisma.CalibrationSessionWhereInput {
  const reach = reachOf(actor, 'appraisals.read')
  if (reach === 'ALL') return {}
  const ways: Prisma.CalibrationSessionWhereInput[] = reach.length > 0 ? [underUnits(reach)] : []
  if (actor.employeeId !== null && actor.scopes === null) ways.push({ members: { some: { employeeId: actor.employeeId } } })
  return ways.length === 0 ? nothing : { OR: ways }
}

/** Proposals that exist for this actor: those of the sessions that do, without those about themself. */
export function visibleProposals(actor: Actor): Prisma.CalibrationProposalWhereInput {
  const session = visibleSessions(actor)
  const own = actor.employeeId === null ? {} : { appraisal: { employeeId: { not: actor.employeeId } } }
  return { session, ...own }
}
