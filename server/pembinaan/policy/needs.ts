import type { NeedState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { type Moves, verdictsOf } from '../../moves.ts'
import { needWords } from '../rules/words.ts'
import { holds, isPerson, stepVerdict } from './guards.ts'

export type NeedFacts = {
  readonly state: NeedState
  readonly revision: number
  readonly employeeId: string
  readonly underUnitIds: readonly string[]
}

/** Nobody decides on their own need. */
function manager(actor: Actor, { employeeId, underUnitIds }: NeedFacts): Verdict {
  const held = holds(actor, 'pembinaan.manage', underUnitIds)
  if (held !== true || actor.employeeId !== employeeId) return held
  return refuse('CONFLICT_OF_INTEREST', 'Ini menyangkut diri Anda sendiri.', 'This is about yourself.')
}

/** The life of a need: proposed, decided on, planned in a programme, met by passing it. */
export const needMoves: Moves<'ACCEPT_NEED' | 'DECLINE_NEED' | 'PLAN_NEED' | 'MEET_NEED', NeedState, NeedFacts> = {
  ACCEPT_NEED: { from: ['DIUSULKAN'], to: 'DITERIMA', who: manager },
  DECLINE_NEED: { from: ['DIUSULKAN', 'DITERIMA'], to: 'DITOLAK', who: manager },
  PLAN_NEED: { from: ['DITERIMA', 'DIRENCANAKAN'], to: 'DIRENCANAKAN', who: manager },
  MEET_NEED: { from: ['DIRENCANAKAN'], to: 'TERPENUHI', who: manager },
}

export type NeedMove = keyof typeof needMoves

export function mayMoveNeed(actor: Actor, facts: NeedFacts, now: Date, step: NeedMove, revision: number): Verdict {
  return stepVerdict(needMoves, needWords, actor, facts, now, { step, revision })
}

export function needActions(actor: Actor, facts: NeedFacts, now: Date): Record<Exclude<NeedMove, 'MEET_NEED'>, Verdict> {
  const { MEET_NEED: _, ...verdicts } = verdictsOf(needMoves, needWords, actor, facts, now)
  return verdicts
}

/** May the actor propose a need of this employee? The employee, the penilai, or whoever manages development over the unit. */
export function mayPropose(
  actor: Actor,
  employee: { readonly id: string; readonly superiorId: string | null; readonly underUnitIds: readonly string[] },
): Verdict {
  return (
    isPerson(actor, employee.id) ||
    isPerson(actor, employee.superiorId) ||
    holds(actor, 'pembinaan.manage', employee.underUnitIds)
  )
}
