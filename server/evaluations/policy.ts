import type { DesignState } from '../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../identity/policy.ts'
import type { Sentence } from '../language.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { holds, sameRevision } from '../pembinaan/policy/guards.ts'
import { designWords } from './rules/design.ts'

/** What the policy must know of an evaluation design. */
export type DesignFacts = {
  readonly state: DesignState
  readonly revision: number
  /** The unit that proposed the programme, with every unit above. */
  readonly underUnitIds: readonly string[]
  /** What is missing, by field. */
  readonly faults: Readonly<Record<string, Sentence>>
}

export function mayDesign(actor: Actor, underUnitIds: readonly string[]): Verdict {
  return holds(actor, 'evaluations.manage', underUnitIds)
}

const evaluator = (actor: Actor, { underUnitIds }: DesignFacts) => mayDesign(actor, underUnitIds)

function isComplete({ faults }: DesignFacts): Verdict {
  const [first] = Object.values(faults)
  return first === undefined || { code: 'WRONG_STATE', reason: first }
}

/** The life of a design: registered, it is never changed again; the database holds it too. */
export const designMoves: Moves<'EDIT' | 'REGISTER', DesignState, DesignFacts> = {
  EDIT: { from: ['RANCANGAN'], to: 'RANCANGAN', who: evaluator },
  REGISTER: { from: ['RANCANGAN'], to: 'TERDAFTAR', who: evaluator, when: isComplete },
}

export type DesignMove = keyof typeof designMoves

export function designVerdicts(actor: Actor, facts: DesignFacts, now: Date): Record<DesignMove, Verdict> {
  return verdictsOf(designMoves, designWords, actor, facts, now)
}

export function mayTakeDesign(actor: Actor, facts: DesignFacts, now: Date, move: DesignMove, revision: number): Verdict {
  const who = evaluator(actor, facts)
  if (who !== true) return who
  return sameRevision(facts, revision) ?? designVerdicts(actor, facts, now)[move]
}

/** After the first day of the training a design is exploratory, and whoever registers it says that they know (D8). */
export function mayRegisterNow(isBeforeStart: boolean, acceptsExploratory: boolean): Verdict {
  if (isBeforeStart || acceptsExploratory) return true
  return refuse(
    'DESIGN_REQUIRED',
    'Pelatihan sudah dimulai. Desain ini hanya dapat didaftarkan sebagai eksploratif.',
    'The training has started. This design can only be registered as exploratory.',
  )
}
