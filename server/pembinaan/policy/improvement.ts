import type { ImprovementState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { type Moves, verdictsOf } from '../../moves.ts'
import { hasImproved, type MilestoneLevel } from '../rules/improvement.ts'
import { improvementWords } from '../rules/words.ts'
import { holds, isPerson, onlyPerson, stepVerdict } from './guards.ts'

/** What the policy must know of an improvement plan. */
export type ImprovementFacts = {
  readonly state: ImprovementState
  readonly revision: number
  readonly employeeId: string
  readonly leaderId: string
  readonly actions: number
  readonly milestones: readonly MilestoneLevel[]
}

const leader = (actor: Actor, { leaderId }: ImprovementFacts) =>
  onlyPerson(actor, leaderId, { id: 'pejabat penilai yang memimpin rencana ini', en: 'the penilai who leads this plan' })
const employee = (actor: Actor, { employeeId }: ImprovementFacts) =>
  onlyPerson(actor, employeeId, { id: 'pegawai yang bersangkutan', en: 'the employee concerned' })

function hasActions({ actions }: ImprovementFacts): Verdict {
  if (actions > 0) return true
  return refuse(
    'WRONG_STATE',
    'Belum ada tindakan yang terukur. Tulis satu sampai lima.',
    'There are no measurable actions yet. Write one to five.',
  )
}

function isImproved({ milestones }: ImprovementFacts): Verdict {
  if (hasImproved(milestones)) return true
  return refuse(
    'WRONG_STATE',
    'Belum ada dua tinjauan berturut-turut dengan penilaian sesuai ekspektasi atau lebih.',
    'There are no two looks back in a row with a rating as expected or above.',
  )
}

function isNotImproved(facts: ImprovementFacts): Verdict {
  if (!hasImproved(facts.milestones)) return true
  return refuse(
    'WRONG_STATE',
    'Dua tinjauan berturut-turut sudah sesuai ekspektasi; nyatakan membaik.',
    'Two looks back in a row were as expected; state that it improved.',
  )
}

/** The life of an improvement plan (domain D7, G2). Its end is a recommendation to the PyB or PPK, never a decision. */
export const improvementMoves: Moves<
  'AGREE' | 'BEGIN' | 'LOOK_BACK_60' | 'LOOK_BACK_120' | 'LOOK_BACK_180' | 'IMPROVED' | 'NOT_IMPROVED' | 'CLOSE' | 'REFER',
  ImprovementState,
  ImprovementFacts
> = {
  AGREE: { from: ['DIBUKA'], to: 'DISEPAKATI', who: employee, when: hasActions },
  BEGIN: { from: ['DISEPAKATI'], to: 'BERJALAN', who: leader },
  LOOK_BACK_60: { from: ['BERJALAN'], to: 'EVALUASI_60', who: leader },
  LOOK_BACK_120: { from: ['EVALUASI_60'], to: 'EVALUASI_120', who: leader },
  LOOK_BACK_180: { from: ['EVALUASI_120'], to: 'EVALUASI_180', who: leader },
  IMPROVED: { from: ['EVALUASI_120', 'EVALUASI_180'], to: 'MEMBAIK', who: leader, when: isImproved },
  NOT_IMPROVED: { from: ['EVALUASI_180'], to: 'TIDAK_MEMBAIK', who: leader, when: isNotImproved },
  CLOSE: { from: ['MEMBAIK'], to: 'DITUTUP', who: leader },
  REFER: { from: ['TIDAK_MEMBAIK'], to: 'DIRUJUK', who: leader },
}

export type ImprovementMove = keyof typeof improvementMoves

export function mayMoveImprovement(
  actor: Actor,
  facts: ImprovementFacts,
  now: Date,
  step: ImprovementMove,
  revision: number,
): Verdict {
  return stepVerdict(improvementMoves, improvementWords, actor, facts, now, { step, revision })
}

/** May the leader change the content? Until the employee has agreed to it. */
export function mayEditImprovement(actor: Actor, facts: ImprovementFacts): Verdict {
  const who = leader(actor, facts)
  if (who !== true || facts.state === 'DIBUKA') return who
  return refuse('WRONG_STATE', 'Rencana ini sudah disepakati.', 'This plan was agreed already.')
}

/** May an action be marked as done? By the leader, while the plan runs. */
export function mayMarkDone(actor: Actor, facts: ImprovementFacts): Verdict {
  const who = leader(actor, facts)
  if (who !== true) return who
  const isRunning = ['BERJALAN', 'EVALUASI_60', 'EVALUASI_120', 'EVALUASI_180'].includes(facts.state)
  return isRunning || refuse('WRONG_STATE', 'Rencana ini tidak sedang berjalan.', 'This plan is not running.')
}

/** May the actor open a plan for this result? The penilai, or whoever manages development over the unit. */
export function mayOpen(
  actor: Actor,
  result: { readonly penilaiId: string | null; readonly employeeId: string; readonly underUnitIds: readonly string[] },
): Verdict {
  if (actor.employeeId === result.employeeId)
    return refuse('CONFLICT_OF_INTEREST', 'Ini menyangkut diri Anda sendiri.', 'This is about yourself.')
  return isPerson(actor, result.penilaiId) || holds(actor, 'pembinaan.manage', result.underUnitIds)
}

/** What the actor may do with an improvement plan now; names are those of the commands. */
export function improvementActions(actor: Actor, facts: ImprovementFacts, now: Date): Record<string, Verdict> {
  return {
    EDIT: mayEditImprovement(actor, facts),
    MARK_DONE: mayMarkDone(actor, facts),
    ...verdictsOf(improvementMoves, improvementWords, actor, facts, now),
  }
}
