import { deliveredStates } from '../appraisals/policy.ts'
import { visibleAppraisals } from '../appraisals/queries.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Actor } from '../identity/policy.ts'

/** Dossiers that exist for this actor: those of the appraisals that do, once these were delivered. */
export function visibleDossiers(actor: Actor, now: Date): Prisma.DossierWhereInput {
  return { appraisal: { state: { in: [...deliveredStates] }, AND: [visibleAppraisals(actor, now)] } }
}
