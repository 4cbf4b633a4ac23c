import type { ClaimLevel, ImpactVerdict } from '../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../identity/policy.ts'
import { holds } from '../pembinaan/policy/guards.ts'

/** What the policy must know of a computed evaluation. */
export type EvaluationFacts = {
  readonly isCurrent: boolean
  readonly verdict: ImpactVerdict
  readonly claimLevel: ClaimLevel
  readonly computedById: string | null
  /** The unit that proposed the programme, with every unit above. */
  readonly underUnitIds: readonly string[]
}

/** May the actor collect readings and compute what this programme changed? */
export function mayCompute(actor: Actor, underUnitIds: readonly string[]): Verdict {
  return holds(actor, 'evaluations.manage', underUnitIds)
}

/** May the actor publish this? A person in their own name, who did not compute it; an older computation is not published any more. */
export function mayPublish(actor: Actor, facts: EvaluationFacts): Verdict {
  const held = holds(actor, 'evaluations.publish', facts.underUnitIds)
  if (held !== true) return held
  if (actor.kind !== 'USER' || actor.id === null)
    return refuse('FORBIDDEN', 'Publikasi dilakukan orang yang disebut namanya.', 'A person publishes, by name.')
  if (facts.computedById === actor.id)
    return refuse(
      'CONFLICT_OF_INTEREST',
      'Anda yang menghitung hasil ini; publikasinya diputuskan orang lain.',
      'You computed this result; somebody else decides on its publication.',
    )
  return (
    facts.isCurrent ||
    refuse('WRONG_STATE', 'Hasil ini sudah diganti perhitungan yang lebih baru.', 'This result gave way to a later computation.')
  )
}

export function evaluationVerdicts(actor: Actor, facts: EvaluationFacts): Record<'COMPUTE' | 'PUBLISH', Verdict> {
  return { COMPUTE: mayCompute(actor, facts.underUnitIds), PUBLISH: mayPublish(actor, facts) }
}
