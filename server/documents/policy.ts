import { deliveredStates } from '../appraisals/policy.ts'
import type { AppraisalState } from '../generated/prisma/client.ts'
import { type Actor, reachOf, refuse, type Verdict } from '../identity/policy.ts'

/**
 * May the actor, who sees the appraisal, print its dossier? A person, from the delivery on: before it nothing of a judgement stands on paper, for nobody (TA2).
 */
export function mayPrint(actor: Actor, { state }: { readonly state: AppraisalState }): Verdict {
  if (actor.kind !== 'USER') {
    return refuse('FORBIDDEN', 'Berkas penilaian dicetak oleh orang yang masuk.', 'Dossiers are printed by people who signed in.')
  }
  if (deliveredStates.includes(state)) return true
  return refuse(
    'WRONG_STATE',
    'Berkas dapat dicetak setelah hasil penilaian disampaikan.',
    'A dossier can be printed once the result was delivered.',
  )
}

export type DossierFacts = {
  readonly revokedAt: Date | null
  /** The unit of the appraisal with every unit above it. */
  readonly underUnitIds: readonly string[]
}

/** May the actor revoke this print? The page of verification then says that it is no longer valid. */
export function mayRevoke(actor: Actor, { revokedAt, underUnitIds }: DossierFacts): Verdict {
  const reach = reachOf(actor, 'documents.revoke')
  const isWithin = reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))
  if (actor.kind !== 'USER' || !isWithin) {
    return refuse('FORBIDDEN', 'Anda tidak berwenang mencabut berkas ini.', 'You may not revoke this dossier.')
  }
  return revokedAt === null || refuse('WRONG_STATE', 'Berkas ini sudah dicabut.', 'This dossier was revoked already.')
}
