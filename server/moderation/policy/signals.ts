import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { mayConvene, type OrgPredikatFacts } from '../policy.ts'

/** May the actor answer questions about this unit? Whoever leads it, or moderates it. */
export function mayAnswerSignal(
  actor: Actor,
  { leaderIds, underUnitIds }: Pick<OrgPredikatFacts, 'leaderIds' | 'underUnitIds'>,
): Verdict {
  if (actor.scopes === null && actor.employeeId !== null && leaderIds.includes(actor.employeeId)) return true
  return (
    mayConvene(actor, underUnitIds) === true ||
    refuse(
      'FORBIDDEN',
      'Pertanyaan tentang unit ini dijawab oleh pimpinannya atau tim pengelola kinerja.',
      'Questions about this unit are answered by whoever leads it, or by the tim pengelola kinerja.',
    )
  )
}
